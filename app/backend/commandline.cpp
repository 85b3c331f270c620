// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commandline.h"

#include <QCommandLineParser>
#include <QSettings>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

Error badUsage(const QString &sentence)
{
    return {.kind = Error::Kind::Refused, .code = {}, .detail = sentence, .details = {}};
}

QList<QCommandLineOption> knownOptions()
{
    return {
        {u"data"_s, u"Folder of the database and the keys."_s, u"DIR"_s},
        {u"listen"_s, u"Where to serve; port 0: any."_s, u"ADDRESS:PORT"_s, u"127.0.0.1:8080"_s},
        {u"public-url"_s, u"How clients reach this server."_s, u"URL"_s},
        {u"audience"_s, u"Another origin under which it may be dialled."_s, u"URL"_s},
        {u"admin-listen"_s, u"Where health and metrics are served."_s, u"ADDRESS:PORT"_s, u"127.0.0.1:0"_s},
        {u"demo"_s, u"Fill an empty store with demo people."_s},
        {u"demo-portals"_s, u"Make anna an employee of N more portals."_s, u"N"_s, u"0"_s},
        {u"demo-ticker"_s, u"Move counters every so many seconds."_s, u"SECONDS"_s, u"0"_s},
        {u"database"_s, u"sqlite."_s, u"KIND"_s, u"sqlite"_s},
        {u"bus"_s, u"local."_s, u"KIND"_s, u"local"_s},
        {u"smtp"_s, u"Mail server: smtps://HOST, smtp://HOST:587 (STARTTLS). User and password: in --config."_s,
         u"URL"_s},
        {u"sms-url"_s, u"SMS gateway, which takes POST {to, text}."_s, u"URL"_s},
        {u"gateway-ca"_s, u"Authorities to trust at these two, PEM, instead of the system's."_s, u"FILE"_s},
        {u"mail-from"_s, u"Sender of mails; no-reply@ this host unless it is given."_s, u"ADDRESS"_s},
        {u"tls-cert"_s, u"Certificate chain, PEM."_s, u"FILE"_s},
        {u"tls-key"_s, u"Its key, PEM, readable to us alone."_s, u"FILE"_s},
        {u"behind-proxy"_s, u"A proxy on this machine speaks TLS and names the clients."_s},
        {u"geoip"_s, u"Places of addresses, in MaxMind's format."_s, u"FILE"_s},
        {u"config"_s, u"Options as name=value lines; the command line wins."_s, u"FILE"_s},
        {u"portal"_s, u"Of `setting`: for one portal."_s, u"ADDRESS"_s},
        {u"first-name"_s, u"Of `user add`."_s, u"NAME"_s},
        {u"last-name"_s, u"Of `user add`."_s, u"NAME"_s},
    };
}

/// The parsed line with the config file behind it.
class Given {
public:
    explicit Given(const QCommandLineParser &parser)
        : m_parser(parser)
    {
        if (m_parser.isSet(u"config"_s))
            m_file.emplace(m_parser.value(u"config"_s), QSettings::IniFormat);
    }

    [[nodiscard]] bool has(const QString &name) const
    {
        return m_parser.isSet(name) || (m_file && m_file->contains(name));
    }
    [[nodiscard]] bool isArgument(const QString &name) const { return m_parser.isSet(name); }
    /// Of a switch: given, and not "name=false" in the file.
    [[nodiscard]] bool isOn(const QString &name) const
    {
        return m_parser.isSet(name) || (m_file && m_file->value(name, false).toBool());
    }
    [[nodiscard]] QString value(const QString &name) const
    {
        return m_parser.isSet(name) || !m_file ? m_parser.value(name)
                                               : m_file->value(name, m_parser.value(name)).toString();
    }
    [[nodiscard]] QStringList values(const QString &name) const
    {
        return m_parser.isSet(name) || !m_file ? m_parser.values(name) : m_file->value(name).toStringList();
    }

private:
    const QCommandLineParser &m_parser;
    std::optional<QSettings> m_file;
};

std::optional<Error> missingParts(const Given &given)
{
    if (given.value(u"database"_s) != "sqlite"_L1)
        return badUsage(u"This build keeps its data in SQLite: --database %1 is not in it yet."_s.arg(
            given.value(u"database"_s).section(u':', 0, 0)));
    if (given.value(u"bus"_s) != "local"_L1)
        return badUsage(u"This build runs as one process: --bus %1 is not in it yet."_s.arg(
            given.value(u"bus"_s).section(u':', 0, 0)));
    for (const QString &name : {u"smtp"_s, u"sms-url"_s}) {
        if (given.isArgument(name) && QUrl(given.value(name)).userInfo().contains(u':'))
            return badUsage(
                u"Everybody on this machine can read arguments: write %1=… into a file of mode 600 and name "
                "it with --config."_s.arg(name));
    }
    if (given.has(u"tls-cert"_s) != given.has(u"tls-key"_s))
        return badUsage(u"--tls-cert and --tls-key go together."_s);
    return std::nullopt;
}

Result<BackendOptions> optionsOf(const Given &given)
{
    BackendOptions options;
    const auto listen = BackendOptions::Endpoint::parse(given.value(u"listen"_s));
    const auto admin = BackendOptions::Endpoint::parse(given.value(u"admin-listen"_s));
    bool portalsRight = false;
    bool tickerRight = false;
    options.demoPortals = given.value(u"demo-portals"_s).toInt(&portalsRight);
    options.demoTicker = std::chrono::seconds(given.value(u"demo-ticker"_s).toUInt(&tickerRight));
    if (!listen || !admin)
        return badUsage(u"--listen and --admin-listen want an address and a port, like 127.0.0.1:8080."_s);
    if (!portalsRight || !tickerRight || options.demoPortals < 0)
        return badUsage(u"--demo-portals and --demo-ticker want a number."_s);
    options.data = given.value(u"data"_s);
    options.listen = *listen;
    options.admin = *admin;
    options.publicUrl = QUrl(given.value(u"public-url"_s), QUrl::StrictMode);
    for (const QString &audience : given.values(u"audience"_s))
        options.audiences.append(QUrl(audience, QUrl::StrictMode));
    options.demo = given.isOn(u"demo"_s);
    options.behindProxy = given.isOn(u"behind-proxy"_s);
    options.geoip = given.value(u"geoip"_s);
    options.post
        = {.smtp = QUrl(given.value(u"smtp"_s), QUrl::StrictMode),
           .sms = QUrl(given.value(u"sms-url"_s), QUrl::StrictMode),
           .authorities = given.value(u"gateway-ca"_s),
           .from = given.value(u"mail-from"_s)};
    for (const QString &name : {u"smtp"_s, u"sms-url"_s}) {
        if (given.has(name) && !QUrl(given.value(name), QUrl::StrictMode).isValid())
            return badUsage(u"--%1 wants an address like smtps://mail.example.com."_s.arg(name));
    }
    if (given.has(u"tls-cert"_s))
        options.tls = TlsFiles{given.value(u"tls-cert"_s).toUtf8(), given.value(u"tls-key"_s).toUtf8()};
    return options;
}

QByteArray lineOfStandardInput()
{
    QByteArray line;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar())
        line.append(static_cast<char>(c));
    return line;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The bundled server of Passport.\n\nSubcommands, on the same --data:\n"_s + subcommandHelp());
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions(knownOptions());
    if (!parser.parse(QStringList{u"passport-backend"_s} + arguments))
        return badUsage(parser.errorText());
    CommandLine line;
    if (parser.isSet(help) || parser.isSet(u"help-all"_s))
        line.message = parser.helpText();
    else if (parser.isSet(version))
        line.message = u"passport-backend " PASSPORT_VERSION ""_s;
    if (!line.message.isEmpty())
        return line;
    if (parser.isSet(u"config"_s)) {
        const Result<Done> readable = checkSecretFile(parser.value(u"config"_s));
        if (!readable)
            return readable.error();
    }
    const Given given(parser);
    if (const std::optional<Error> missing = missingParts(given))
        return *missing;
    Result<BackendOptions> options = optionsOf(given);
    if (!options)
        return options.error();
    line.options = std::move(*options);
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty()) {
        const Result<Done> usable = line.options.checkUsage();
        return usable ? Result<CommandLine>(std::move(line)) : usable.error();
    }
    if (!isSubcommand(words.first()))
        return badUsage(u"There is no subcommand %1; see --help."_s.arg(words.first()));
    line.subcommand = Subcommand{
        .words = words,
        .portal = parser.value(u"portal"_s),
        .firstName = parser.value(u"first-name"_s),
        .lastName = parser.value(u"last-name"_s),
        .readPassword = lineOfStandardInput};
    return line;
}

} // namespace passport
