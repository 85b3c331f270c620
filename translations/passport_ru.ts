<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>PortalWords</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the invitation in the browser first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator of the portal has to let you in first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portal is blocked; its administrator knows why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Passport: sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport: not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport: no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport: nothing unread, online</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Passport: %n unread, online</source>
        <extracomment>The line under the tray icon; %n is the number of unread items in all portals.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::AccountButton</name>
    <message>
        <source>Sign out on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::Navigation</name>
    <message>
        <source>Portals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Portals, %n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::PortalDelegate</name>
    <message>
        <source>Switching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::PortalList</name>
    <message>
        <source>Portals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a portal in the browser, the Menu key shows what else can be done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::PortalMenu</name>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the current portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the current portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::PortalSpeech</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::PortalsPage</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a single portal yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n portal(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your portals could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting your portals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is being asked for the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No portal has “%1” in its name or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all portals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your portals will appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you have a portal and do not see it, sign in to it once by its address; from then on it is in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in by the portal’s address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Passport in the browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::SearchField</name>
    <message>
        <source>Find a portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters the list by name and address while you type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::TrayMenu</name>
    <message>
        <source>All portals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
