<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%n attempts left.</source>
        <translation>
            <numerusform>%n attempt left.</numerusform>
            <numerusform>%n attempts left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PortalOutcomes</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved, and updated in %n portals.</source>
        <translation>
            <numerusform>Saved, and updated in %n portal.</numerusform>
            <numerusform>Saved, and updated in %n portals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Passport: %n unread, online</source>
        <extracomment>The line under the tray icon; %n is the number of unread items in all portals.</extracomment>
        <translation>
            <numerusform>Passport: %n unread, online</numerusform>
            <numerusform>Passport: %n unread, online</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::Navigation</name>
    <message numerus="yes">
        <source>Portals, %n unread</source>
        <translation>
            <numerusform>Portals, %n unread</numerusform>
            <numerusform>Portals, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::NumberPage</name>
    <message numerus="yes">
        <source>That number does not match. %n attempts left</source>
        <translation>
            <numerusform>That number does not match. %n attempt left</numerusform>
            <numerusform>That number does not match. %n attempts left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::PortalSpeech</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::PortalsPage</name>
    <message numerus="yes">
        <source>%n portal(s)</source>
        <translation>
            <numerusform>%n portal</numerusform>
            <numerusform>%n portals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::TwoStepCard</name>
    <message numerus="yes">
        <source>On, %n recovery codes left</source>
        <translation>
            <numerusform>On, %n recovery code left</numerusform>
            <numerusform>On, %n recovery codes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recovery codes are left. Make new ones before they are used up.</source>
        <translation>
            <numerusform>%n recovery code is left. Make new ones before it is used up.</numerusform>
            <numerusform>%n recovery codes are left. Make new ones before they are used up.</numerusform>
        </translation>
    </message>
</context>
</TS>
