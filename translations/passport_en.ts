<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is not valid yet, or this computer&apos;s clock is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate belongs to another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is signed by nobody but itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody this computer trusts has signed its certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate has been revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 is not secure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1. Nothing has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy needs a name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 needs a name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network. We keep trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not exist any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server and this program do not understand each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them needs an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempts left.</source>
        <translation>
            <numerusform>%n attempt left.</numerusform>
            <numerusform>%n attempts left.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate issued by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login or the password is not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the keyboard layout and Caps Lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That code is not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign-in has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s push service is not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR sign-in is turned off by your administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with your password instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only basic protection is offered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The administrator does not allow it for QR sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone is signed in to a different portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the administrator of the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the support can change this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A one-time code is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed somewhere else meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it again and repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has already been used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That number does not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and you will be signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere to keep the sign-in safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no secret service on this computer. It comes with GNOME Keyring, KWallet or KeePassXC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its service does not answer as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Passport server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers with something else. Check the address, and whether a network sign-in page is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not secure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an address that begins with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot find %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers there. We keep trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>The number was wrong three times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign-in has ended on both devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was not you, change your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR sign-in is turned off by your administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push&amp;Pull is not set up on this portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This portal is too old for QR sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your administrator: its modules need an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only basic protection is offered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of this computer do not allow it for QR sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no QR sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing you in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each code lives for two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has already been used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval on the phone reaches this window through the portal&apos;s push server, and the portal has none. An administrator sets it up in the settings of the module “Push and Pull”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is %2, needed is %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for your sign-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping your sign-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your portals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing you out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were signed out: the sign-in has run out or was ended from another device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Passport: %n unread, online</source>
        <extracomment>The line under the tray icon; %n is the number of unread items in all portals.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
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
</context>
<context>
    <name>passport::CodeBoxes</name>
    <message>
        <source>%1 digits, %2 typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::NumberPage</name>
    <message>
        <source>Bitrix24 Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot reach %1. We keep trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic protection: this phone cannot check a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number from the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If someone told or sent you this number, press “This is not me”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the sign-in on your phone “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is signed in here. Continue as %2 instead?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number shown on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is &amp;not me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
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
    <message>
        <source>Code scanned. %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::PageHeader</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::ProxyDialog</name>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name, if it asks for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::QrCard</name>
    <message>
        <source>Make the code smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::QrCodePage</name>
    <message>
        <source>QR code for signing in. Code to type: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code is shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or just point the camera at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes longer than usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is hidden so that nobody can photograph it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code to type: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code to type now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no code now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone is signed in to a different portal. %1 is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited connection: checking less often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to the Bitrix24 mobile app first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code when back online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the code with your phone. New code in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to switch the portal on the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the app, open the menu, press the name of the portal at the top and choose the portal that is needed here. Then scan the code again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to set the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system&apos;s settings, under date and time, turn on setting the time from the network. Signing in works meanwhile: no time of this computer is used for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Bitrix24 app on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More → Go to full version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap “Scan QR code”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other ways:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never send this code to anyone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::QrLoginWindow</name>
    <message>
        <source>Basic protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic protection: this phone cannot check a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other ways:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::SecondStepPage</name>
    <message>
        <source>Second step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the one-time code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the recovery codes you saved when you turned the second step on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each recovery code works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six digits from the message we have sent to your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six digits that the app for codes on your phone shows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole code can be pasted: Ctrl+V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code from the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six digits, new every 30 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code by SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the phone number of your Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of ten that you have saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts. Wait %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::ServerDialog</name>
    <message>
        <source>Passport server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only addresses that begin with https are secure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::SignInFooter</name>
    <message>
        <source>Choose a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by hand…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::SignInPage</name>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 202 555-0100 or name@company.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with a &amp;QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your phone number or e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passport::SignInWindow</name>
    <message>
        <source>Bitrix24 Passport: sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitrix24 Passport</source>
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
