<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>the server</source>
        <translation>сервером</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>срок его сертификата истёк</translation>
    </message>
    <message>
        <source>its certificate is not valid yet, or this computer&apos;s clock is wrong</source>
        <translation>его сертификат ещё не действует, или часы компьютера неверны</translation>
    </message>
    <message>
        <source>its certificate belongs to another host</source>
        <translation>его сертификат выдан другому узлу</translation>
    </message>
    <message>
        <source>its certificate is signed by nobody but itself</source>
        <translation>его сертификат подписан им самим</translation>
    </message>
    <message>
        <source>nobody this computer trusts has signed its certificate</source>
        <translation>его сертификат подписан тем, кому этот компьютер не доверяет</translation>
    </message>
    <message>
        <source>its certificate has been revoked</source>
        <translation>его сертификат отозван</translation>
    </message>
    <message>
        <source>its certificate could not be checked</source>
        <translation>его сертификат не удалось проверить</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure</source>
        <translation>Соединение с %1 не защищено</translation>
    </message>
    <message>
        <source>Reason: %1. Nothing has been sent.</source>
        <translation>Причина: %1. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The proxy needs a name and a password</source>
        <translation>Прокси требует имя и пароль</translation>
    </message>
    <message>
        <source>The proxy %1 needs a name and a password</source>
        <translation>Прокси %1 требует имя и пароль</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>Нет связи с %1</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>Нет ответа от %1</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Сервер занят</translation>
    </message>
    <message>
        <source>You were signed out</source>
        <translation>Вход завершён</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Войдите снова.</translation>
    </message>
    <message>
        <source>The server refused this</source>
        <translation>Сервер отказал</translation>
    </message>
    <message>
        <source>This does not exist any more</source>
        <translation>Этого больше нет</translation>
    </message>
    <message>
        <source>The server and this program do not understand each other</source>
        <translation>Сервер и программа не понимают друг друга</translation>
    </message>
    <message>
        <source>One of them needs an update.</source>
        <translation>Что-то из них пора обновить.</translation>
    </message>
    <message>
        <source>The keyring does not work</source>
        <translation>Связка ключей не работает</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts left.</source>
        <translation>
            <numerusform>Осталась %n попытка.</numerusform>
            <numerusform>Осталось %n попытки.</numerusform>
            <numerusform>Осталось %n попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait %1.</source>
        <translation>Подождите %1.</translation>
    </message>
    <message>
        <source>Number of the request: %1</source>
        <translation>Номер запроса: %1</translation>
    </message>
    <message>
        <source>Certificate issued by: %1</source>
        <translation>Сертификат выдал: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>The login or the password is not right</source>
        <translation>Логин или пароль не подходят</translation>
    </message>
    <message>
        <source>Check the keyboard layout and Caps Lock.</source>
        <translation>Проверьте раскладку и Caps Lock.</translation>
    </message>
    <message>
        <source>That code is not right</source>
        <translation>Код не подошёл</translation>
    </message>
    <message>
        <source>This sign-in has ended</source>
        <translation>Этот вход уже завершён</translation>
    </message>
    <message>
        <source>Begin again.</source>
        <translation>Начните сначала.</translation>
    </message>
    <message>
        <source>Too many attempts</source>
        <translation>Слишком много попыток</translation>
    </message>
    <message>
        <source>The server&apos;s push service is not available</source>
        <translation>Служба уведомлений сервера недоступна</translation>
    </message>
    <message>
        <source>QR sign-in is turned off by your administrator</source>
        <translation>Вход по QR выключен администратором</translation>
    </message>
    <message>
        <source>Sign in with your password instead.</source>
        <translation>Войдите по паролю.</translation>
    </message>
    <message>
        <source>Only basic protection is offered here</source>
        <translation>Здесь есть только упрощённая защита</translation>
    </message>
    <message>
        <source>The administrator does not allow it for QR sign-in.</source>
        <translation>Администратор не разрешает её для входа по QR.</translation>
    </message>
    <message>
        <source>Your phone is signed in to a different portal</source>
        <translation>На телефоне открыт не тот портал</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>Нужен %1.</translation>
    </message>
    <message>
        <source>You are not allowed to do this</source>
        <translation>На это нет прав</translation>
    </message>
    <message>
        <source>Ask the administrator of the portal.</source>
        <translation>Обратитесь к администратору портала.</translation>
    </message>
    <message>
        <source>Only the support can change this</source>
        <translation>Это может изменить только поддержка</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Подтвердите, что это вы</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>Чтобы продолжить, войдите ещё раз.</translation>
    </message>
    <message>
        <source>A one-time code is needed</source>
        <translation>Нужен одноразовый код</translation>
    </message>
    <message>
        <source>The limit is reached</source>
        <translation>Достигнут предел</translation>
    </message>
    <message>
        <source>At most %1 are possible.</source>
        <translation>Можно не больше %1.</translation>
    </message>
    <message>
        <source>It was changed somewhere else meanwhile</source>
        <translation>Тем временем это изменили в другом месте</translation>
    </message>
    <message>
        <source>Look at it again and repeat.</source>
        <translation>Посмотрите ещё раз и повторите.</translation>
    </message>
    <message>
        <source>This code has already been used</source>
        <translation>Этот код уже использован</translation>
    </message>
    <message>
        <source>That number does not match</source>
        <translation>Число не совпало</translation>
    </message>
    <message>
        <source>Portals are still bound to this Passport</source>
        <translation>К этому Паспорту ещё привязаны порталы</translation>
    </message>
    <message>
        <source>Leave or delete each of them first.</source>
        <translation>Сначала выйдите из каждого или удалите его.</translation>
    </message>
    <message>
        <source>This is your last way to sign in</source>
        <translation>Это ваш последний способ входа</translation>
    </message>
    <message>
        <source>Add another one before you remove it.</source>
        <translation>Добавьте другой, прежде чем удалять этот.</translation>
    </message>
    <message>
        <source>This password is too easy to guess</source>
        <translation>Этот пароль слишком легко угадать</translation>
    </message>
    <message>
        <source>Choose a longer one, of words that do not belong together.</source>
        <translation>Выберите длиннее, из слов, не связанных между собой.</translation>
    </message>
    <message>
        <source>A portal cannot have this address</source>
        <translation>Такого адреса у портала быть не может</translation>
    </message>
    <message>
        <source>Use 3 to 60 Latin letters, digits and single hyphens inside.</source>
        <translation>Подойдут от 3 до 60 латинских букв, цифр и одиночных дефисов внутри.</translation>
    </message>
    <message>
        <source>This address is taken</source>
        <translation>Этот адрес занят</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Выберите другой.</translation>
    </message>
    <message>
        <source>This is not a picture that can be read</source>
        <translation>Это не изображение, которое можно прочитать</translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG or WebP file.</source>
        <translation>Выберите файл JPEG, PNG или WebP.</translation>
    </message>
    <message>
        <source>This is too large for the server</source>
        <translation>Для сервера это слишком много</translation>
    </message>
    <message>
        <source>Your keyring is locked</source>
        <translation>Связка ключей заблокирована</translation>
    </message>
    <message>
        <source>Unlock it and you will be signed in.</source>
        <translation>Разблокируйте её, и вы войдёте автоматически.</translation>
    </message>
    <message>
        <source>Nowhere to keep the sign-in safely</source>
        <translation>Негде безопасно хранить вход</translation>
    </message>
    <message>
        <source>There is no secret service on this computer. It comes with GNOME Keyring, KWallet or KeePassXC.</source>
        <translation>На компьютере нет службы секретов. Её дают GNOME Keyring, KWallet или KeePassXC.</translation>
    </message>
    <message>
        <source>Its service does not answer as it should.</source>
        <translation>Её служба отвечает не так, как должна.</translation>
    </message>
    <message>
        <source>This is not a Passport server</source>
        <translation>Это не сервер Паспорта</translation>
    </message>
    <message>
        <source>It answers with something else. Check the address, and whether a network sign-in page is in the way.</source>
        <translation>Он отвечает чем-то другим. Проверьте адрес и не мешает ли страница входа в сеть.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is too large</source>
        <translation>Ответ сервера слишком велик</translation>
    </message>
    <message>
        <source>Check the address of the server.</source>
        <translation>Проверьте адрес сервера.</translation>
    </message>
    <message>
        <source>This address is not secure</source>
        <translation>Этот адрес не защищён</translation>
    </message>
    <message>
        <source>Use an address that begins with https.</source>
        <translation>Нужен адрес, который начинается с https.</translation>
    </message>
    <message>
        <source>Cannot find %1</source>
        <translation>Не удаётся найти %1</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>Проверьте адрес и сеть.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached</source>
        <translation>Прокси недоступен</translation>
    </message>
    <message>
        <source>Check the proxy settings.</source>
        <translation>Проверьте настройки прокси.</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>сервера</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>Этот файл не открывается</translation>
    </message>
    <message>
        <source>Check whether it is still there and you may read it.</source>
        <translation>Проверьте, на месте ли он и можно ли вам его читать.</translation>
    </message>
    <message>
        <source>The server is not available</source>
        <translation>Сервер недоступен</translation>
    </message>
    <message>
        <source>Something else answers in its place.</source>
        <translation>Вместо него отвечает кто-то другой.</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the address.</source>
        <translation>Там никто не отвечает. Проверьте адрес.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Проверьте сеть.</translation>
    </message>
    <message>
        <source>The server cannot save anything at the moment</source>
        <translation>Сервер сейчас ничего не может сохранить</translation>
    </message>
</context>
<context>
    <name>PasswordWords</name>
    <message>
        <source>Too short: use at least 8 characters.</source>
        <translation>Слишком короткий: нужно не меньше 8 знаков.</translation>
    </message>
    <message>
        <source>Too long: use at most 128 characters.</source>
        <translation>Слишком длинный: не больше 128 знаков.</translation>
    </message>
    <message>
        <source>Many people use it.</source>
        <translation>Его используют многие.</translation>
    </message>
    <message>
        <source>It is made of your name, e-mail or portal.</source>
        <translation>Он составлен из имени, e-mail или названия портала.</translation>
    </message>
    <message>
        <source>Neighbouring keys are guessed first.</source>
        <translation>Соседние клавиши подбирают первыми.</translation>
    </message>
    <message>
        <source>Repeating something makes it no stronger.</source>
        <translation>Повторения не делают его надёжнее.</translation>
    </message>
    <message>
        <source>A row like abcd or 4321 is guessed first.</source>
        <translation>Ряды вроде abcd или 4321 подбирают первыми.</translation>
    </message>
    <message>
        <source>Dates are easy to guess.</source>
        <translation>Даты легко подобрать.</translation>
    </message>
    <message>
        <source>Easy to guess: add another word.</source>
        <translation>Легко подобрать: добавьте ещё слово.</translation>
    </message>
    <message>
        <source>It is the present one.</source>
        <translation>Это нынешний пароль.</translation>
    </message>
    <message>
        <source>Very weak</source>
        <translation>Очень слабый</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Слабый</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Средний</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Надёжный</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>Очень надёжный</translation>
    </message>
    <message>
        <source>The current password is not right.</source>
        <translation>Текущий пароль неверен.</translation>
    </message>
</context>
<context>
    <name>PortalOutcomes</name>
    <message>
        <source>updated</source>
        <translation>обновлён</translation>
    </message>
    <message>
        <source>the portal is blocked</source>
        <translation>портал заблокирован</translation>
    </message>
    <message>
        <source>the portal does not answer</source>
        <translation>портал не отвечает</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message numerus="yes">
        <source>Saved, and updated in %n portals.</source>
        <translation>
            <numerusform>Сохранено и обновлено в %n портале.</numerusform>
            <numerusform>Сохранено и обновлено в %n порталах.</numerusform>
            <numerusform>Сохранено и обновлено в %n порталах.</numerusform>
        </translation>
    </message>
    <message>
        <source>Updated in %1 of %2 portals. Not in: %3.</source>
        <translation>Обновлено в порталах: %1 из %2. Не обновлено: %3.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PortalWords</name>
    <message>
        <source>Administrator</source>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Гость</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Приглашение</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Ждёт подтверждения</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>An administrator of the portal has to let you in first</source>
        <translation>Сначала вас должен впустить администратор портала</translation>
    </message>
    <message>
        <source>The portal is blocked; its administrator knows why</source>
        <translation>Портал заблокирован; причину знает его администратор</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплённые</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>By invitation</source>
        <translation>По приглашению</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Отключённые</translation>
    </message>
    <message>
        <source>Will be deleted on %1</source>
        <translation>Будет удалён %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Accept the invitation first</source>
        <translation>Сначала примите приглашение</translation>
    </message>
    <message>
        <source>Only an administrator of the portal can rename it</source>
        <translation>Переименовать может только администратор портала</translation>
    </message>
    <message>
        <source>The address was changed once already; on this plan it stays as it is</source>
        <translation>Адрес уже меняли один раз; на этом тарифе изменить его больше нельзя</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Другие действия</translation>
    </message>
    <message>
        <source>%1, %2, button</source>
        <translation>%1, %2, кнопка</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>The number was wrong three times</source>
        <translation>Число не совпало три раза</translation>
    </message>
    <message>
        <source>This sign-in has ended on both devices.</source>
        <translation>Этот вход завершён на обоих устройствах.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Новый код</translation>
    </message>
    <message>
        <source>Declined on the phone</source>
        <translation>Вход отклонён на телефоне</translation>
    </message>
    <message>
        <source>If it was not you, change your password.</source>
        <translation>Если это были не вы, смените пароль.</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Sign in with the password</source>
        <translation>Войти по паролю</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>QR sign-in is turned off by your administrator</source>
        <translation>Вход по QR выключен администратором</translation>
    </message>
    <message>
        <source>Push&amp;Pull is not set up on this portal</source>
        <translation>На портале не настроен Push&amp;Pull</translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation>Сообщите администратору.</translation>
    </message>
    <message>
        <source>This portal is too old for QR sign-in</source>
        <translation>Портал слишком старый для входа по QR</translation>
    </message>
    <message>
        <source>Tell your administrator: its modules need an update.</source>
        <translation>Сообщите администратору: его модули пора обновить.</translation>
    </message>
    <message>
        <source>Only basic protection is offered here</source>
        <translation>Здесь есть только упрощённая защита</translation>
    </message>
    <message>
        <source>The rules of this computer do not allow it for QR sign-in.</source>
        <translation>Правила этого компьютера не разрешают её для входа по QR.</translation>
    </message>
    <message>
        <source>It is used for QR sign-in only where the administrator of the computer allows it.</source>
        <translation>Для входа по QR она используется, только если её разрешил администратор компьютера.</translation>
    </message>
    <message>
        <source>This server has no QR sign-in</source>
        <translation>На этом сервере нет входа по QR</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Ввести</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Вы вошли</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Вы вошли как %1</translation>
    </message>
    <message>
        <source>Portal: %1</source>
        <translation>Портал: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Only for this session</source>
        <translation>Только на этот сеанс</translation>
    </message>
    <message>
        <source>Signing you in…</source>
        <translation>Входим…</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>Код устарел</translation>
    </message>
    <message>
        <source>Each code lives for two minutes.</source>
        <translation>Каждый код действует две минуты.</translation>
    </message>
    <message>
        <source>Show a new one</source>
        <translation>Показать новый</translation>
    </message>
    <message>
        <source>This code has already been used</source>
        <translation>Этот код уже использован</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Too many attempts</source>
        <translation>Слишком много попыток</translation>
    </message>
    <message>
        <source>The approval on the phone reaches this window through the portal&apos;s push server, and the portal has none. An administrator sets it up in the settings of the module “Push and Pull”.</source>
        <translation>Подтверждение с телефона приходит в это окно через сервер очередей портала, а у портала его нет. Администратор включает его в настройках модуля «Push and Pull».</translation>
    </message>
    <message>
        <source>%1: there is %2, needed is %3</source>
        <translation>%1: стоит %2, нужен %3</translation>
    </message>
    <message>
        <source>Looking for your sign-in…</source>
        <translation>Ищем ваш вход…</translation>
    </message>
    <message>
        <source>Keeping your sign-in…</source>
        <translation>Сохраняем вход…</translation>
    </message>
    <message>
        <source>Reading your portals…</source>
        <translation>Читаем список порталов…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Signing you out…</source>
        <translation>Выходим…</translation>
    </message>
    <message>
        <source>You were signed out: the sign-in has run out or was ended from another device.</source>
        <translation>Вход завершён: он истёк или завершён с другого устройства.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Разблокировать…</translation>
    </message>
    <message>
        <source>We keep trying.</source>
        <translation>Пробуем дальше.</translation>
    </message>
    <message>
        <source>Wait %1. Then a new code comes by itself.</source>
        <translation>Подождите %1. Новый код появится сам.</translation>
    </message>
    <message>
        <source>You were signed out: the password was changed on another device.</source>
        <translation>Вход завершён: пароль изменён на другом устройстве.</translation>
    </message>
    <message>
        <source>You were signed out: this Passport was deleted.</source>
        <translation>Вход завершён: этот Паспорт удалён.</translation>
    </message>
    <message>
        <source>The Passport was deleted.</source>
        <translation>Паспорт удалён.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Passport: sign in again</source>
        <translation>Паспорт: войдите снова</translation>
    </message>
    <message>
        <source>Passport: not signed in</source>
        <translation>Паспорт: вход не выполнен</translation>
    </message>
    <message>
        <source>Passport: no connection</source>
        <translation>Паспорт: нет связи</translation>
    </message>
    <message>
        <source>Passport: nothing unread, online</source>
        <translation>Паспорт: нет непрочитанных, на связи</translation>
    </message>
    <message numerus="yes">
        <source>Passport: %n unread, online</source>
        <extracomment>The line under the tray icon; %n is the number of unread items in all portals.</extracomment>
        <translation>
            <numerusform>Паспорт: %n непрочитанное, на связи</numerusform>
            <numerusform>Паспорт: %n непрочитанных, на связи</numerusform>
            <numerusform>Паспорт: %n непрочитанных, на связи</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passport::AccountButton</name>
    <message>
        <source>Sign out on this computer</source>
        <translation>Выйти на этом компьютере</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Паспорт</translation>
    </message>
    <message>
        <source>Passport of %1</source>
        <translation>Паспорт: %1</translation>
    </message>
    <message>
        <source>Delete the Passport…</source>
        <translation>Удалить Паспорт…</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, сервер %2</translation>
    </message>
</context>
<context>
    <name>passport::AddressDialog</name>
    <message>
        <source>Sign in by the portal’s address</source>
        <translation>Вход по адресу портала</translation>
    </message>
    <message>
        <source>Address of the portal</source>
        <translation>Адрес портала</translation>
    </message>
    <message>
        <source>It opens in the browser. Sign in there once, and the portal appears in your list.</source>
        <translation>Он откроется в браузере. Войдите там один раз, и портал появится в списке.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>passport::AvatarButton</name>
    <message>
        <source>Choose a photo…</source>
        <translation>Выбрать фото…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>Удалить фото</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Добавить фото</translation>
    </message>
    <message>
        <source>Change the photo</source>
        <translation>Изменить фото</translation>
    </message>
    <message>
        <source>JPEG, PNG or WebP, up to 10 MB and 50 megapixels. It can also be dropped or pasted here.</source>
        <translation>JPEG, PNG или WebP, до 10 МБ и 50 мегапикселей. Фото можно и перетащить сюда или вставить.</translation>
    </message>
</context>
<context>
    <name>passport::ChangeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>passport::CodeBoxes</name>
    <message>
        <source>%1 digits, %2 typed</source>
        <translation>Цифр: %1, введено: %2</translation>
    </message>
</context>
<context>
    <name>passport::ContactDialog</name>
    <message>
        <source>Update in all portals</source>
        <translation>Обновить во всех порталах</translation>
    </message>
    <message>
        <source>New phone number</source>
        <translation>Новый номер телефона</translation>
    </message>
    <message>
        <source>New e-mail address</source>
        <translation>Новый адрес e-mail</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Текущий пароль</translation>
    </message>
    <message>
        <source>Code from the message</source>
        <translation>Код из сообщения</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Номер телефона</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Адрес e-mail</translation>
    </message>
    <message>
        <source>A code comes there by SMS. Then one can sign in with it.</source>
        <translation>На него придёт код по SMS. После этого с ним можно входить.</translation>
    </message>
    <message>
        <source>A code and a link come there. Then one can sign in with it.</source>
        <translation>На него придут код и ссылка. После этого с ним можно входить.</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>Отправить код</translation>
    </message>
    <message>
        <source>This is no phone number.</source>
        <translation>Это не номер телефона.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Это не адрес e-mail.</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>Введите код</translation>
    </message>
    <message>
        <source>It waits here until it can be sent to %1: the server that takes it there can&apos;t be reached.</source>
        <translation>Он ждёт отправки на %1: сервер, который его доставляет, сейчас недоступен.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>That code does not count any more. Have another one sent.</source>
        <translation>Этот код больше не действует. Запросите новый.</translation>
    </message>
    <message>
        <source>This number is yours already.</source>
        <translation>Этот номер уже ваш.</translation>
    </message>
    <message>
        <source>This address is yours already.</source>
        <translation>Этот адрес уже ваш.</translation>
    </message>
    <message>
        <source>Send again in %1</source>
        <translation>Отправить ещё раз через %1</translation>
    </message>
    <message>
        <source>It is on its way to %1.</source>
        <translation>Он отправляется на %1.</translation>
    </message>
    <message>
        <source>It is on its way to %1. Opening the link in the mail does the same.</source>
        <translation>Он отправляется на %1. Можно и открыть ссылку в письме.</translation>
    </message>
</context>
<context>
    <name>passport::ContactRow</name>
    <message>
        <source>No phone number</source>
        <translation>Нет номера телефона</translation>
    </message>
    <message>
        <source>No e-mail address</source>
        <translation>Нет адреса e-mail</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждён</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Не подтверждён</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>Ввести код</translation>
    </message>
</context>
<context>
    <name>passport::ContactsCard</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Загружаем…</translation>
    </message>
    <message>
        <source>Add another phone number</source>
        <translation>Добавить ещё один телефон</translation>
    </message>
    <message>
        <source>Add another e-mail address</source>
        <translation>Добавить ещё одну почту</translation>
    </message>
    <message>
        <source>Confirmed: you can sign in with %1.</source>
        <translation>Подтверждено: теперь можно входить с %1.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Portals</source>
        <translation>Порталы</translation>
    </message>
    <message>
        <source>You can no longer sign in with this number, nor get codes by SMS.</source>
        <translation>Входить с этим номером и получать коды по SMS больше не получится.</translation>
    </message>
    <message>
        <source>You can no longer sign in with this address.</source>
        <translation>Входить с этим адресом больше не получится.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить %1?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>passport::CreateDialog</name>
    <message>
        <source>New portal</source>
        <translation>Новый портал</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>Name of the portal</source>
        <translation>Название портала</translation>
    </message>
    <message>
        <source>The portal gets an address by itself, like b24-k7m2xq. You can change it once, when the portal is there.</source>
        <translation>Адрес портал получит сам, вроде b24-k7m2xq. Потом его можно один раз изменить.</translation>
    </message>
    <message>
        <source>You have created %1 of %2 portals.</source>
        <translation>Вы создали порталов: %1 из %2.</translation>
    </message>
    <message>
        <source>It will be created in this Passport</source>
        <translation>Будет создан в этом Паспорте</translation>
    </message>
    <message>
        <source>You have created %1 portals, and no more are possible in one Passport. You can join as many others as invite you. To make room, delete a portal of your own.</source>
        <translation>Вы создали порталов: %1. Больше в одном Паспорте нельзя. По приглашению можно войти в любое число порталов. Чтобы освободить место, удалите один из своих.</translation>
    </message>
    <message>
        <source>A portal cannot be moved to another Passport later. Check that this is the right Passport.</source>
        <translation>Перенести портал в другой Паспорт потом нельзя. Проверьте, тот ли это Паспорт.</translation>
    </message>
    <message>
        <source>“%1” is there. Its address is %2.</source>
        <translation>Портал «%1» создан. Его адрес: %2.</translation>
    </message>
    <message>
        <source>The portal is there</source>
        <translation>Портал создан</translation>
    </message>
    <message>
        <source>Address of the portal</source>
        <translation>Адрес портала</translation>
    </message>
    <message>
        <source>Open it in the browser and invite the people you work with.</source>
        <translation>Откройте его в браузере и пригласите тех, с кем работаете.</translation>
    </message>
    <message>
        <source>Its address can be changed once: with “Rename…” in the menu “…” of the portal in your list.</source>
        <translation>Адрес можно один раз изменить: «Переименовать…» в меню «…» этого портала в списке.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>passport::CropDialog</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Sending, %1 %</source>
        <translation>Отправляем, %1 %</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Отправляем…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Few pixels: the photo will look blurred.</source>
        <translation>Мало пикселей: фото будет нечётким.</translation>
    </message>
    <message>
        <source>Profile photo</source>
        <translation>Фото профиля</translation>
    </message>
    <message>
        <source>Drag the photo or move it with the arrow keys; the wheel or + and − change its size.</source>
        <translation>Перетащите фото или двигайте стрелками, масштаб — колесом или клавишами «+» и «−».</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Выбрать другое…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>Size of the photo</source>
        <translation>Масштаб фото</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Больше</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Повернуть влево</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Повернуть вправо</translation>
    </message>
    <message>
        <source>The photo was changed elsewhere meanwhile.</source>
        <translation>Фото тем временем изменили в другом месте.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>Взять другое</translation>
    </message>
</context>
<context>
    <name>passport::CropView</name>
    <message>
        <source>Part of the photo</source>
        <translation>Область кадра</translation>
    </message>
    <message>
        <source>%1 by %1 pixels, %2 percent</source>
        <translation>%1 на %1 пикселей, масштаб %2 процентов</translation>
    </message>
</context>
<context>
    <name>passport::DangerCard</name>
    <message>
        <source>Delete the Passport</source>
        <translation>Удалить Паспорт</translation>
    </message>
    <message>
        <source>Everything that belongs to it goes, on all devices and for ever.</source>
        <translation>Всё, что к нему относится, исчезнет на всех устройствах и навсегда.</translation>
    </message>
    <message>
        <source>Leave the portals first: %1.</source>
        <translation>Сначала выйдите из порталов: %1.</translation>
    </message>
    <message>
        <source>Delete the Passport…</source>
        <translation>Удалить Паспорт…</translation>
    </message>
    <message>
        <source>What is in the way…</source>
        <translation>Что мешает…</translation>
    </message>
</context>
<context>
    <name>passport::DeletionDialog</name>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Delete the Passport of %1?</source>
        <translation>Удалить Паспорт (%1)?</translation>
    </message>
    <message>
        <source>Sign-ins, contacts, photo and codes are deleted on all devices, at once and for ever.</source>
        <translation>Входы, контакты, фото и коды будут удалены на всех устройствах, сразу и навсегда.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message>
        <source>The Passport cannot be deleted yet</source>
        <translation>Паспорт пока нельзя удалить</translation>
    </message>
    <message>
        <source>Show the portals</source>
        <translation>Показать порталы</translation>
    </message>
    <message>
        <source>• %1: leave it</source>
        <translation>• %1: выйдите из него</translation>
    </message>
    <message>
        <source>• %1: make somebody else its administrator, then leave it</source>
        <translation>• %1: назначьте другого администратора, затем выйдите</translation>
    </message>
    <message>
        <source>• %1: leave it; it ends with you</source>
        <translation>• %1: выйдите, портал удалится вместе с вами</translation>
    </message>
    <message>
        <source>These portals are bound to it. The way out of each begins in the list, with “Leave and remove…” in its menu “…”.</source>
        <translation>К нему привязаны эти порталы. Выход из каждого начинается в списке: пункт «Выйти и удалить…» в его меню «…».</translation>
    </message>
    <message>
        <source>Portals that are in the way</source>
        <translation>Порталы, которые мешают удалению</translation>
    </message>
</context>
<context>
    <name>passport::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Пароль неверен.</translation>
    </message>
</context>
<context>
    <name>passport::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Sign in with the phone number or e-mail address of your Passport and its password: they are the same for all your portals. With a phone that is signed in already, a QR code does without the password. The server at the bottom is the one that has your Passport.</source>
        <translation>Войдите по номеру телефона или e-mail вашего Паспорта с его паролем: они одни для всех ваших порталов. Если на телефоне вход уже выполнен, можно войти по QR-коду без пароля. Сервер внизу — тот, на котором хранится ваш Паспорт.</translation>
    </message>
    <message>
        <source>The code shows that it is you, and not somebody who has learned your password. If you do not have your phone with you, use one of the recovery codes that you have saved.</source>
        <translation>Код подтверждает, что это вы, а не тот, кто узнал ваш пароль. Если телефона нет под рукой, введите один из сохранённых резервных кодов.</translation>
    </message>
    <message>
        <source>Read the code with the Bitrix24 app on your phone, type the number that the phone shows here, and approve the sign-in there. The letters under the code can be typed into the phone instead. The code is for your own phone alone: do not send it to anybody.</source>
        <translation>Отсканируйте код в приложении Битрикс24 на телефоне, введите здесь число с экрана телефона и подтвердите вход в приложении. Вместо сканирования можно ввести в телефон буквы под кодом. Код только для вашего телефона: никому его не пересылайте.</translation>
    </message>
    <message>
        <source>The list shows the portals that you have created and those that others have invited you to. “…” in a row shows what else can be done with a portal; what is not possible says why. To create one or to change its address you may be asked for your password again.</source>
        <translation>В списке порталы, которые создали вы, и те, куда вас пригласили. В меню «…» строки видно, что ещё можно сделать с порталом; рядом с недоступным сказана причина. При создании портала и смене адреса пароль могут спросить ещё раз.</translation>
    </message>
    <message>
        <source>Your names, your photo, and what you sign in with. With “Update in all portals” every portal takes a change over. The last phone number or e-mail address cannot be removed: without it you could not sign in.</source>
        <translation>Ваши имя, фото и то, с чем вы входите. С флажком «Обновить во всех порталах» изменение появится на каждом портале. Последний телефон или e-mail удалить нельзя: без него вы не смогли бы войти.</translation>
    </message>
    <message>
        <source>One password is good for all your portals. With the second step nobody gets in who has only learned it. Each recovery code works once; keep them where nobody else looks.</source>
        <translation>Один пароль подходит ко всем вашим порталам. Со вторым шагом никто не войдёт, узнав один только пароль. Каждый резервный код срабатывает один раз; храните их там, куда никто больше не заглянет.</translation>
    </message>
    <message>
        <source>What is chosen here works at once, and on this computer alone.</source>
        <translation>Всё, что вы выберете здесь, действует сразу и только на этом компьютере.</translation>
    </message>
    <message>
        <source>goes to the next button or field, with Shift to the one before</source>
        <translation>к следующей кнопке или полю, с Shift — к предыдущим</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>назад</translation>
    </message>
    <message>
        <source>signs you in</source>
        <translation>войти</translation>
    </message>
    <message>
        <source>puts in the whole code</source>
        <translation>вставить код целиком</translation>
    </message>
    <message>
        <source>enlarges the code</source>
        <translation>увеличить код</translation>
    </message>
    <message>
        <source>opens the portal in the browser</source>
        <translation>открыть портал в браузере</translation>
    </message>
    <message>
        <source>renames the portal</source>
        <translation>переименовать портал</translation>
    </message>
    <message>
        <source>moves the portal in the list</source>
        <translation>передвинуть портал в списке</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>shows what else can be done with the portal</source>
        <translation>показать, что ещё можно сделать с порталом</translation>
    </message>
    <message>
        <source>saves the name that is being edited</source>
        <translation>сохранить имя</translation>
    </message>
    <message>
        <source>gives the old name back</source>
        <translation>вернуть прежнее имя</translation>
    </message>
    <message>
        <source>finds a portal</source>
        <translation>найти портал</translation>
    </message>
    <message>
        <source>creates a portal</source>
        <translation>создать портал</translation>
    </message>
    <message>
        <source>makes the first to the ninth portal the current one</source>
        <translation>сделать текущим портал с первого по девятый</translation>
    </message>
    <message>
        <source>makes the next portal the current one, with Shift the one before</source>
        <translation>сделать текущим следующий портал, с Shift — предыдущий</translation>
    </message>
    <message>
        <source>shows the settings</source>
        <translation>показать настройки</translation>
    </message>
    <message>
        <source>reads everything again</source>
        <translation>прочитать всё заново</translation>
    </message>
    <message>
        <source>ends the program</source>
        <translation>выйти из программы</translation>
    </message>
</context>
<context>
    <name>passport::InlineEdit</name>
    <message>
        <source>Not given</source>
        <translation>Не указано</translation>
    </message>
    <message>
        <source>%1: %2, change</source>
        <translation>%1: %2, изменить</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Back to the old value</source>
        <translation>Вернуть старое значение</translation>
    </message>
</context>
<context>
    <name>passport::LeaveDialog</name>
    <message>
        <source>Decline the invitation?</source>
        <translation>Отклонить приглашение?</translation>
    </message>
    <message>
        <source>Leave the portal?</source>
        <translation>Выйти из портала?</translation>
    </message>
    <message>
        <source>“%1” leaves your list. Only another invitation brings it back.</source>
        <translation>Портал «%1» исчезнет из списка. Вернуть его сможет только новое приглашение.</translation>
    </message>
    <message>
        <source>“%1” leaves your list, and you can no longer enter it. What you have written there stays with the portal. Only an invitation brings you back. To keep it in the list unseen, disconnect it instead.</source>
        <translation>Портал «%1» исчезнет из списка, и войти в него вы больше не сможете. Всё, что вы там написали, останется на портале. Вернуться можно только по приглашению. Чтобы портал остался в списке, но не мешал, просто отключите его.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>You are its only administrator, and others work there. Make somebody else an administrator first.</source>
        <translation>Вы единственный администратор, а на портале работают другие. Сначала сделайте администратором кого-то ещё.</translation>
    </message>
    <message>
        <source>Nobody else is in it: when you leave, the portal is deleted with everything in it.</source>
        <translation>Кроме вас, на портале никого нет: когда вы выйдете, портал удалится вместе со всем, что на нём есть.</translation>
    </message>
    <message>
        <source>Open the portal</source>
        <translation>Открыть портал</translation>
    </message>
    <message>
        <source>Leave and delete the portal</source>
        <translation>Выйти и удалить портал</translation>
    </message>
    <message>
        <source>You cannot leave “%1” yet. It stays in your list.</source>
        <translation>Из портала «%1» пока нельзя выйти. Он остаётся в списке.</translation>
    </message>
    <message>
        <source>“%1” ends with you, and nothing brings it back. To keep it in the list unseen, disconnect it instead.</source>
        <translation>Портал «%1» исчезнет вместе с вами, и вернуть его будет нельзя. Чтобы портал остался в списке, но не мешал, просто отключите его.</translation>
    </message>
</context>
<context>
    <name>passport::MainWindow</name>
    <message>
        <source>Bitrix24 Passport</source>
        <translation>Битрикс24 Паспорт</translation>
    </message>
</context>
<context>
    <name>passport::Navigation</name>
    <message>
        <source>Portals</source>
        <translation>Порталы</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message numerus="yes">
        <source>Portals, %n unread</source>
        <translation>
            <numerusform>Порталы, %n непрочитанное</numerusform>
            <numerusform>Порталы, %n непрочитанных</numerusform>
            <numerusform>Порталы, %n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Безопасность</translation>
    </message>
</context>
<context>
    <name>passport::NumberPage</name>
    <message>
        <source>Bitrix24 Passport</source>
        <translation>Битрикс24 Паспорт</translation>
    </message>
    <message>
        <source>Phone: %1</source>
        <translation>Телефон: %1</translation>
    </message>
    <message>
        <source>gives no name</source>
        <translation>без названия</translation>
    </message>
    <message>
        <source>Basic protection: this phone cannot check a number</source>
        <translation>Упрощённая защита: телефон не умеет проверять число</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Number from the phone</source>
        <translation>Число с телефона</translation>
    </message>
    <message>
        <source>If someone told or sent you this number, press “This is not me”.</source>
        <translation>Если число вам продиктовали или прислали, нажмите «Это не я».</translation>
    </message>
    <message>
        <source>Approve the sign-in on your phone “%1”</source>
        <translation>Подтвердите вход в приложении на телефоне «%1»</translation>
    </message>
    <message>
        <source>%1 is signed in here. Continue as %2 instead?</source>
        <translation>Здесь уже вошли: %1. Продолжить и войти как %2?</translation>
    </message>
    <message>
        <source>Enter the number shown on your phone</source>
        <translation>Введите число с экрана телефона</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>This is &amp;not me</source>
        <translation>Это &amp;не я</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Осталось %1</translation>
    </message>
    <message numerus="yes">
        <source>That number does not match. %n attempts left</source>
        <translation>
            <numerusform>Число не совпало. Осталось попыток: %n</numerusform>
            <numerusform>Число не совпало. Осталось попыток: %n</numerusform>
            <numerusform>Число не совпало. Осталось попыток: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n попытка</numerusform>
            <numerusform>%n попытки</numerusform>
            <numerusform>%n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Code scanned. %1. %2</source>
        <translation>Код отсканирован. %1. %2</translation>
    </message>
    <message>
        <source>%1. We keep trying.</source>
        <translation>%1. Пробуем дальше.</translation>
    </message>
</context>
<context>
    <name>passport::PageHeader</name>
    <message>
        <source>&amp;Back</source>
        <translation>На&amp;зад</translation>
    </message>
</context>
<context>
    <name>passport::PassportApp</name>
    <message>
        <source>Passport goes on in the tray</source>
        <translation>Паспорт остался в области уведомлений</translation>
    </message>
    <message>
        <source>Open or quit it from its icon.</source>
        <translation>Откройте или закройте его через значок.</translation>
    </message>
    <message>
        <source>The portal was not switched</source>
        <translation>Портал не переключён</translation>
    </message>
</context>
<context>
    <name>passport::PasswordCard</name>
    <message>
        <source>The password was changed. It holds in every portal.</source>
        <translation>Пароль изменён. Он действует во всех порталах.</translation>
    </message>
    <message>
        <source>At least 8 characters, no password that many people use, and nothing made of your name, e-mail or portal.</source>
        <translation>Не короче 8 знаков, не из тех, что используют многие, и без имени, e-mail и названия портала.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>Strength: %1, %2 of 4</source>
        <translation>Надёжность: %1, %2 из 4</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>A new one holds in every portal at once.</source>
        <translation>Новый сразу начнёт действовать во всех порталах.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Текущий пароль</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>Sign out on other devices</source>
        <translation>Выйти на других устройствах</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Сменить пароль</translation>
    </message>
</context>
<context>
    <name>passport::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Показать пароль</translation>
    </message>
</context>
<context>
    <name>passport::PortalActions</name>
    <message>
        <source>“%1” is pinned.</source>
        <translation>Портал «%1» закреплён.</translation>
    </message>
    <message>
        <source>“%1” is not pinned any more.</source>
        <translation>Портал «%1» откреплён.</translation>
    </message>
    <message>
        <source>“%1” does not count in the badge any more.</source>
        <translation>Портал «%1» больше не считается в значке.</translation>
    </message>
    <message>
        <source>“%1” counts in the badge again.</source>
        <translation>Портал «%1» снова считается в значке.</translation>
    </message>
    <message>
        <source>“%1” is disconnected. It is at the end of the list.</source>
        <translation>Портал «%1» отключён. Он в конце списка.</translation>
    </message>
    <message>
        <source>“%1” is connected again.</source>
        <translation>Портал «%1» снова подключён.</translation>
    </message>
</context>
<context>
    <name>passport::PortalDelegate</name>
    <message>
        <source>Switching…</source>
        <translation>Переключаем…</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Текущий</translation>
    </message>
</context>
<context>
    <name>passport::PortalMenu</name>
    <message>
        <source>Open in the browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Make it the current portal</source>
        <translation>Сделать текущим</translation>
    </message>
    <message>
        <source>It is the current portal</source>
        <translation>Это текущий портал</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Скопировать адрес</translation>
    </message>
    <message>
        <source>Leave and remove…</source>
        <translation>Выйти и удалить…</translation>
    </message>
    <message>
        <source>It is disconnected; connect it first</source>
        <translation>Портал отключён; сначала подключите его</translation>
    </message>
    <message>
        <source>Accept the invitation</source>
        <translation>Принять приглашение</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Отклонить…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Count in the badge</source>
        <translation>Считать в значке</translation>
    </message>
    <message>
        <source>Do not count in the badge</source>
        <translation>Не считать в значке</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>It stays in the list, below; nothing is counted until you connect it again</source>
        <translation>Портал останется внизу списка; непрочитанное не считается, пока вы его не подключите</translation>
    </message>
</context>
<context>
    <name>passport::PortalSpeech</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>current</source>
        <translation>текущий</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>folded; Enter shows them</source>
        <translation>свёрнуто; Enter покажет их</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>не считается</translation>
    </message>
</context>
<context>
    <name>passport::PortalView</name>
    <message>
        <source>Portals</source>
        <translation>Порталы</translation>
    </message>
    <message>
        <source>Enter opens a portal in the browser, Alt with ↑ and ↓ moves it, Tab goes to its buttons, the Menu key shows what else can be done</source>
        <translation>Enter открывает портал в браузере, Alt с ↑ и ↓ переставляет его, Tab ведёт к его кнопкам, клавиша меню показывает остальное</translation>
    </message>
</context>
<context>
    <name>passport::PortalsPage</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Portals</source>
        <translation>Порталы</translation>
    </message>
    <message>
        <source>Not a single portal yet</source>
        <translation>Пока ни одного портала</translation>
    </message>
    <message numerus="yes">
        <source>%n portal(s)</source>
        <translation>
            <numerusform>%n портал</numerusform>
            <numerusform>%n портала</numerusform>
            <numerusform>%n порталов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Your portals could not be read</source>
        <translation>Не удалось получить список порталов</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Getting your portals…</source>
        <translation>Получаем список порталов…</translation>
    </message>
    <message>
        <source>The server is being asked for the list.</source>
        <translation>Запрашиваем список у сервера.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Запросить снова</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No portal has “%1” in its name or address.</source>
        <translation>Ни в одном названии или адресе нет «%1».</translation>
    </message>
    <message>
        <source>Show all portals</source>
        <translation>Показать все порталы</translation>
    </message>
    <message>
        <source>Your portals will appear here</source>
        <translation>Здесь появятся ваши порталы</translation>
    </message>
    <message>
        <source>If you have a portal and do not see it, sign in to it once by its address; from then on it is in this list.</source>
        <translation>Если портал уже есть, но его не видно, один раз войдите в него по адресу — дальше он будет в этом списке.</translation>
    </message>
    <message>
        <source>Sign in by the portal’s address…</source>
        <translation>Войти по адресу портала…</translation>
    </message>
    <message>
        <source>Open the Passport in the browser</source>
        <translation>Открыть Паспорт в браузере</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Create (%1 of %2)</source>
        <translation>Создать (%1 из %2)</translation>
    </message>
    <message>
        <source>Create a portal, %1 of %2 created</source>
        <translation>Создать портал, создано %1 из %2</translation>
    </message>
</context>
<context>
    <name>passport::ProfileCard</name>
    <message>
        <source>Choose a photo</source>
        <translation>Выбор фото</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Фото (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>Reading the photo…</source>
        <translation>Открываем фото…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Sending the photo…</source>
        <translation>Отправляем фото…</translation>
    </message>
    <message>
        <source>Removing the photo…</source>
        <translation>Удаляем фото…</translation>
    </message>
    <message>
        <source>A photo may have 10 MB and 50 megapixels.</source>
        <translation>Фото может быть до 10 МБ и 50 мегапикселей.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Выбрать другое…</translation>
    </message>
    <message>
        <source>Changed elsewhere to “%1” meanwhile. You typed “%2”.</source>
        <translation>Тем временем изменено в другом месте на «%1». Вы ввели «%2».</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>Взять другое</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Portals</source>
        <translation>Порталы</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Update in all portals</source>
        <translation>Обновить во всех порталах</translation>
    </message>
    <message>
        <source>Names and photo that you change here take the place of those in your portals.</source>
        <translation>Имя и фото, изменённые здесь, заменят те, что указаны в ваших порталах.</translation>
    </message>
    <message>
        <source>This name is too long: it can have %1 characters at most.</source>
        <translation>Имя слишком длинное: в нём может быть не больше %1 знаков.</translation>
    </message>
    <message>
        <source>A name cannot be empty.</source>
        <translation>Имя не может быть пустым.</translation>
    </message>
    <message>
        <source>The photo was changed elsewhere meanwhile: that one is shown here.</source>
        <translation>Фото тем временем изменили в другом месте: здесь показано новое.</translation>
    </message>
</context>
<context>
    <name>passport::ProfilePage</name>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Colleagues see it in all your portals</source>
        <translation>Виден коллегам во всех ваших порталах</translation>
    </message>
    <message>
        <source>Contacts to sign in with</source>
        <translation>Контакты для входа</translation>
    </message>
    <message>
        <source>Danger zone</source>
        <translation>Опасная зона</translation>
    </message>
</context>
<context>
    <name>passport::ProxyDialog</name>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>&amp;Host of the proxy</source>
        <translation>&amp;Адрес прокси</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>П&amp;орт</translation>
    </message>
    <message>
        <source>&amp;Name, if it asks for one</source>
        <translation>&amp;Имя, если он спрашивает</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Паро&amp;ль</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Применить</translation>
    </message>
</context>
<context>
    <name>passport::QrCard</name>
    <message>
        <source>Make the code smaller</source>
        <translation>Уменьшить код</translation>
    </message>
    <message>
        <source>Enlarge the code</source>
        <translation>Увеличить код</translation>
    </message>
</context>
<context>
    <name>passport::QrCodePage</name>
    <message>
        <source>QR code for signing in. Code to type: %1</source>
        <translation>QR-код для входа. Код для ввода вручную: %1</translation>
    </message>
    <message>
        <source>No code is shown now</source>
        <translation>Сейчас код не показан</translation>
    </message>
    <message>
        <source>Or just point the camera at it.</source>
        <translation>Или наведите обычную камеру.</translation>
    </message>
    <message>
        <source>Portal: %1</source>
        <translation>Портал: %1</translation>
    </message>
    <message>
        <source>Preparing the code…</source>
        <translation>Готовим код…</translation>
    </message>
    <message>
        <source>The server takes longer than usual.</source>
        <translation>Сервер отвечает дольше обычного.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The code is hidden so that nobody can photograph it.</source>
        <translation>Код скрыт, чтобы его никто не снял.</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Показать код</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Пробуем снова через %1 с</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Пробуем снова…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Set up the proxy</source>
        <translation>Настроить прокси</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Ввести</translation>
    </message>
    <message>
        <source>Code to type: %1</source>
        <translation>Код для ввода: %1</translation>
    </message>
    <message>
        <source>No code to type now</source>
        <translation>Сейчас кода нет</translation>
    </message>
    <message>
        <source>There is no code now</source>
        <translation>Сейчас кода нет</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>другой</translation>
    </message>
    <message>
        <source>Your phone is signed in to a different portal. %1 is needed</source>
        <translation>На телефоне открыт не тот портал. Нужен %1</translation>
    </message>
    <message>
        <source>How to switch</source>
        <translation>Как переключить</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off by %1</source>
        <translation>Часы компьютера расходятся с сервером на %1</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Как исправить</translation>
    </message>
    <message>
        <source>Limited connection: checking less often</source>
        <translation>Связь ограничена: обновляем реже</translation>
    </message>
    <message>
        <source>Sign in to the Bitrix24 mobile app first</source>
        <translation>Сначала войдите в мобильное приложение Битрикс24</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>Другой способ</translation>
    </message>
    <message>
        <source>Getting a new code…</source>
        <translation>Обновляем код…</translation>
    </message>
    <message>
        <source>New code in %1</source>
        <translation>Код обновится через %1</translation>
    </message>
    <message>
        <source>Scan the code with your phone. New code in %1</source>
        <translation>Отсканируйте код телефоном. Обновится через %1</translation>
    </message>
    <message>
        <source>How to switch the portal on the phone</source>
        <translation>Как переключить портал на телефоне</translation>
    </message>
    <message>
        <source>In the app, open the menu, press the name of the portal at the top and choose the portal that is needed here. Then scan the code again.</source>
        <translation>Откройте меню приложения, нажмите название портала вверху и выберите нужный. Затем снова отсканируйте код.</translation>
    </message>
    <message>
        <source>How to set the clock</source>
        <translation>Как исправить часы</translation>
    </message>
    <message>
        <source>In the system&apos;s settings, under date and time, turn on setting the time from the network. Signing in works meanwhile: no time of this computer is used for it.</source>
        <translation>В настройках системы, в разделе даты и времени, включите установку времени по сети. Войти можно и сейчас: время этого компьютера для входа не используется.</translation>
    </message>
    <message>
        <source>Open the Bitrix24 app on your phone</source>
        <translation>Откройте на телефоне приложение Битрикс24</translation>
    </message>
    <message>
        <source>More → Go to full version</source>
        <translation>Ещё → Перейти в полную версию</translation>
    </message>
    <message>
        <source>Tap “Scan QR code”</source>
        <translation>Нажмите «Сканировать QR-код»</translation>
    </message>
    <message>
        <source>Code:</source>
        <translation>Код:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Other ways:</source>
        <translation>Другие способы:</translation>
    </message>
    <message>
        <source>password</source>
        <translation>пароль</translation>
    </message>
    <message>
        <source>browser</source>
        <translation>браузер</translation>
    </message>
    <message>
        <source>Never send this code to anyone.</source>
        <translation>Никому не пересылайте этот код.</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Недоступен</translation>
    </message>
    <message>
        <source>The code comes with the connection</source>
        <translation>Код появится, когда вернётся связь</translation>
    </message>
</context>
<context>
    <name>passport::QrLoginWindow</name>
    <message>
        <source>Basic protection</source>
        <translation>Базовая защита</translation>
    </message>
    <message>
        <source>Basic protection: this phone cannot check a number</source>
        <translation>Упрощённая защита: телефон не умеет проверять число</translation>
    </message>
    <message>
        <source>QR sign-in</source>
        <translation>Вход по QR-коду</translation>
    </message>
    <message>
        <source>Other ways:</source>
        <translation>Другие способы:</translation>
    </message>
    <message>
        <source>password</source>
        <translation>пароль</translation>
    </message>
</context>
<context>
    <name>passport::RecoveryCard</name>
    <message>
        <source>Save the recovery codes</source>
        <translation>Сохранить резервные коды</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Резервные коды</translation>
    </message>
    <message>
        <source>Each works once, when your phone is not at hand. They are not shown again: keep them now.</source>
        <translation>Каждый сработает один раз, когда телефона нет под рукой. Больше мы их не покажем — сохраните сейчас.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>The clipboard is emptied after 30 seconds.</source>
        <translation>Через 30 секунд буфер обмена будет очищен.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>The codes are kept</source>
        <translation>Коды сохранены</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Отправлено на принтер.</translation>
    </message>
    <message>
        <source>The printer did not take the codes.</source>
        <translation>Принтер не принял коды.</translation>
    </message>
    <message>
        <source>Copied. The clipboard is emptied after 30 seconds.</source>
        <translation>Скопировано. Через 30 секунд буфер обмена будет очищен.</translation>
    </message>
    <message>
        <source>Saved as %1. Only you can read the file.</source>
        <translation>Сохранено: %1. Файл можете прочитать только вы.</translation>
    </message>
    <message>
        <source>The codes were not saved: %1. Choose another place.</source>
        <translation>Коды не сохранены: %1. Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>passport::RememberChoice</name>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>З&amp;апомнить меня на этом компьютере</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Закреплено администратором</translation>
    </message>
</context>
<context>
    <name>passport::RenameDialog</name>
    <message>
        <source>3 to 60 characters</source>
        <translation>От 3 до 60 знаков</translation>
    </message>
    <message>
        <source>Latin letters, digits, single hyphens inside</source>
        <translation>Латинские буквы, цифры и одиночный дефис внутри</translation>
    </message>
    <message>
        <source>Nobody else has it</source>
        <translation>Никем не занят</translation>
    </message>
    <message>
        <source>Rename the portal</source>
        <translation>Переименовать портал</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Новый адрес</translation>
    </message>
    <message>
        <source>Open the portal</source>
        <translation>Открыть портал</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Сейчас: %1</translation>
    </message>
    <message>
        <source>New &amp;address</source>
        <translation>Новый &amp;адрес</translation>
    </message>
    <message>
        <source>By yourself only once. Later the support does it, on the plans Standard, Professional and Enterprise. The old address will lead to the new one.</source>
        <translation>Самостоятельно — только один раз. Потом адрес меняет поддержка, если у портала тариф «Стандартный», «Профессиональный» или «Энтерпрайз». Старый адрес будет вести на новый.</translation>
    </message>
    <message>
        <source>You have changed the address yourself once already. Your plan lets the support change it again: open the portal, choose “Help” at the top and write which address you want.</source>
        <translation>Один раз вы уже изменили адрес сами. На вашем тарифе его может снова изменить поддержка: откройте портал, нажмите «Помощь» вверху и напишите, какой адрес вам нужен.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>The address is free</source>
        <translation>Адрес свободен</translation>
    </message>
    <message>
        <source>It could not be checked; the server decides when you rename.</source>
        <translation>Не удалось проверить; решит сервер, когда вы нажмёте «Переименовать».</translation>
    </message>
    <message>
        <source>An address has 3 to 60 characters</source>
        <translation>В адресе от 3 до 60 знаков</translation>
    </message>
    <message>
        <source>Only Latin letters, digits and hyphens inside are possible</source>
        <translation>Можно только латинские буквы, цифры и дефис внутри</translation>
    </message>
    <message>
        <source>Two hyphens cannot follow each other</source>
        <translation>Два дефиса подряд нельзя</translation>
    </message>
    <message>
        <source>This address is taken. Try another one.</source>
        <translation>Этот адрес занят. Попробуйте другой.</translation>
    </message>
    <message>
        <source>A portal cannot have this address</source>
        <translation>Такого адреса у портала быть не может</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>нарушено</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>соблюдено</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Взять %1</translation>
    </message>
    <message>
        <source>This address is taken. Try one of these:</source>
        <translation>Этот адрес занят. Попробуйте один из этих:</translation>
    </message>
</context>
<context>
    <name>passport::ResendLink</name>
    <message>
        <source>Send again in %1</source>
        <translation>Отправить ещё раз через %1</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить ещё раз</translation>
    </message>
</context>
<context>
    <name>passport::SearchField</name>
    <message>
        <source>Find a portal</source>
        <translation>Найти портал</translation>
    </message>
    <message>
        <source>Filters the list by name and address while you type</source>
        <translation>Отбирает порталы по названию и адресу во время ввода</translation>
    </message>
</context>
<context>
    <name>passport::SecondStepPage</name>
    <message>
        <source>Second step</source>
        <translation>Второй шаг</translation>
    </message>
    <message>
        <source>Enter the one-time code</source>
        <translation>Введите одноразовый код</translation>
    </message>
    <message>
        <source>One of the recovery codes you saved when you turned the second step on</source>
        <translation>Один из резервных кодов, сохранённых при включении второго шага</translation>
    </message>
    <message>
        <source>Each recovery code works once.</source>
        <translation>Каждый резервный код действует один раз.</translation>
    </message>
    <message>
        <source>Six digits from the message we have sent to your phone</source>
        <translation>Шесть цифр из сообщения, отправленного на ваш телефон</translation>
    </message>
    <message>
        <source>A message with six digits is being sent to your phone…</source>
        <translation>Отправляем на ваш телефон сообщение с шестью цифрами…</translation>
    </message>
    <message>
        <source>No message has been sent to your phone yet.</source>
        <translation>Сообщение на ваш телефон пока не отправлено.</translation>
    </message>
    <message>
        <source>Too many messages were asked for.</source>
        <translation>Сообщений запрошено слишком много.</translation>
    </message>
    <message>
        <source>Six digits from the authenticator app on your phone</source>
        <translation>Шесть цифр, которые сейчас показывает приложение для кодов на вашем телефоне</translation>
    </message>
    <message>
        <source>The whole code can be pasted: Ctrl+V</source>
        <translation>Код можно вставить целиком: Ctrl+V</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Одноразовый код</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Резервный код</translation>
    </message>
    <message>
        <source>Code from the app</source>
        <translation>Код из приложения</translation>
    </message>
    <message>
        <source>Six digits, new every 30 seconds</source>
        <translation>Шесть цифр, новые каждые 30 секунд</translation>
    </message>
    <message>
        <source>Code by SMS</source>
        <translation>Код по СМС</translation>
    </message>
    <message>
        <source>To the phone number of your Passport</source>
        <translation>На номер телефона вашего Паспорта</translation>
    </message>
    <message>
        <source>One of ten that you have saved</source>
        <translation>Один из десяти, сохранённых заранее</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>Другой способ</translation>
    </message>
    <message>
        <source>Too many attempts. Wait %1.</source>
        <translation>Слишком много попыток. Подождите %1.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>passport::SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>Безопасность</translation>
    </message>
    <message>
        <source>Holds for signing in to all portals</source>
        <translation>Действует для входа во все порталы</translation>
    </message>
</context>
<context>
    <name>passport::ServerDialog</name>
    <message>
        <source>Passport server</source>
        <translation>Сервер Паспорта</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Адрес сервера</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Only addresses that begin with https are secure.</source>
        <translation>Защищены только адреса, которые начинаются с https.</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Это не адрес.</translation>
    </message>
</context>
<context>
    <name>passport::ServerSwitchDialog</name>
    <message>
        <source>Go over to another server?</source>
        <translation>Перейти на другой сервер?</translation>
    </message>
    <message>
        <source>The server stays</source>
        <translation>Сервер не меняется</translation>
    </message>
    <message>
        <source>Go over</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The program was started once more, for %1. This window uses %2.</source>
        <translation>Программу запустили ещё раз, для сервера %1. Это окно работает с %2.</translation>
    </message>
    <message>
        <source>The program was started once more, for %1. You are signed in at %2; that sign-in stays on this computer for when you come back.</source>
        <translation>Программу запустили ещё раз, для сервера %1. Вы вошли на %2; этот вход останется на компьютере, пока вы не вернётесь.</translation>
    </message>
    <message>
        <source>The program was started once more, for %1. You are signed in at %2, and that sign-in is not kept: going over ends it.</source>
        <translation>Программу запустили ещё раз, для сервера %1. Вы вошли на %2, и этот вход не сохранён: при переходе он завершится.</translation>
    </message>
    <message>
        <source>The program was started once more, for %1. Your administrator has set the server %2 for this computer.</source>
        <translation>Программу запустили ещё раз, для сервера %1. Для этого компьютера администратор задал сервер %2.</translation>
    </message>
</context>
<context>
    <name>passport::SettingsPage</name>
    <message>
        <source>In the keyring</source>
        <translation>В связке ключей</translation>
    </message>
    <message>
        <source>Until the program ends</source>
        <translation>До закрытия программы</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Only for this computer</source>
        <translation>Только для этого компьютера</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Of windows and messages</source>
        <translation>Окон и сообщений</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Светлое или тёмное</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Оставаться в области уведомлений</translation>
    </message>
    <message>
        <source>Closing the window leaves the icon, unread figures go on</source>
        <translation>Окно закрывается, значок и счётчики остаются</translation>
    </message>
    <message>
        <source>Where the sign-in is kept</source>
        <translation>Где хранится вход</translation>
    </message>
    <message>
        <source>In the system’s keyring, or nowhere</source>
        <translation>В системной связке ключей или нигде</translation>
    </message>
    <message>
        <source>Sign out on this computer</source>
        <translation>Выйти на этом компьютере</translation>
    </message>
    <message>
        <source>Other devices stay signed in</source>
        <translation>На других устройствах вход останется</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>passport::Sidebar</name>
    <message>
        <source>Online</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединяемся…</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Недоступен</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>на %1</translation>
    </message>
    <message>
        <source>updated at %1</source>
        <translation>обновлено в %1</translation>
    </message>
    <message>
        <source>updated on %1</source>
        <translation>обновлено %1</translation>
    </message>
</context>
<context>
    <name>passport::SignInFooter</name>
    <message>
        <source>Choose a server…</source>
        <translation>Выберите сервер…</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Сервер: %1</translation>
    </message>
    <message>
        <source>system</source>
        <translation>системный</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Proxy: %1</source>
        <translation>Прокси: %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Язык: %1</translation>
    </message>
    <message>
        <source>Another server…</source>
        <translation>Другой сервер…</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Без прокси</translation>
    </message>
    <message>
        <source>Set by hand…</source>
        <translation>Задать вручную…</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Закреплено администратором</translation>
    </message>
</context>
<context>
    <name>passport::SignInPage</name>
    <message>
        <source>Enter</source>
        <translation>Ввести</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Wait %1</source>
        <translation>Подождите %1</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Войти</translation>
    </message>
    <message>
        <source>&amp;Phone or e-mail</source>
        <translation>&amp;Телефон или e-mail</translation>
    </message>
    <message>
        <source>+1 202 555-0100 or name@company.com</source>
        <translation>+7 900 000-00-00 или name@company.ru</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Телефон или e-mail</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Пароль</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Включён Caps Lock</translation>
    </message>
    <message>
        <source>or</source>
        <translation>или</translation>
    </message>
    <message>
        <source>Sign in with a &amp;QR code</source>
        <translation>Войти по &amp;QR-коду</translation>
    </message>
    <message>
        <source>With the &amp;browser</source>
        <translation>Через &amp;браузер</translation>
    </message>
    <message>
        <source>Enter your phone number or e-mail address.</source>
        <translation>Введите телефон или e-mail.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Введите пароль.</translation>
    </message>
    <message>
        <source>QR sign-in is turned off by your administrator</source>
        <translation>Вход по QR выключен администратором</translation>
    </message>
    <message>
        <source>No Passport server is chosen yet.</source>
        <translation>Сервер Паспорта ещё не выбран.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
</context>
<context>
    <name>passport::SignInWindow</name>
    <message>
        <source>Bitrix24 Passport: sign-in</source>
        <translation>Битрикс24 Паспорт: вход</translation>
    </message>
    <message>
        <source>Bitrix24 Passport</source>
        <translation>Битрикс24 Паспорт</translation>
    </message>
</context>
<context>
    <name>passport::StatusStrip</name>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Limited connection: checking less often</source>
        <translation>Связь ограничена: обновляем реже</translation>
    </message>
    <message>
        <source>You are signed in until the program ends. %1</source>
        <translation>Вход сохранится только до закрытия программы. %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>%1. Trying again in %2</source>
        <translation>%1. Пробуем снова через %2</translation>
    </message>
    <message>
        <source>%1. Trying again…</source>
        <translation>%1. Пробуем снова…</translation>
    </message>
</context>
<context>
    <name>passport::StepUpDialog</name>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Code of the authenticator, or a recovery code</source>
        <translation>Код из приложения или резервный код</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Подтвердите, что это вы</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>So that nobody else at your computer can do this. It holds for the next five minutes.</source>
        <translation>Чтобы этого не сделал кто-то другой за вашим компьютером. Действует пять минут.</translation>
    </message>
    <message>
        <source>Use a code instead</source>
        <translation>Подтвердить кодом</translation>
    </message>
    <message>
        <source>Use the password instead</source>
        <translation>Подтвердить паролем</translation>
    </message>
</context>
<context>
    <name>passport::TrayMenu</name>
    <message>
        <source>All portals…</source>
        <translation>Все порталы…</translation>
    </message>
    <message>
        <source>Open Passport</source>
        <translation>Открыть Паспорт</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти из программы</translation>
    </message>
</context>
<context>
    <name>passport::TwoStepCard</name>
    <message>
        <source>On</source>
        <translation>Включён</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Загружаем…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message numerus="yes">
        <source>On, %n recovery codes left</source>
        <translation>
            <numerusform>Включён, остался %n резервный код</numerusform>
            <numerusform>Включён, осталось %n резервных кода</numerusform>
            <numerusform>Включён, осталось %n резервных кодов</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключен</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Настроить</translation>
    </message>
    <message numerus="yes">
        <source>%n recovery codes are left. Make new ones before they are used up.</source>
        <translation>
            <numerusform>Остался %n резервный код. Создайте новые, пока он не использован.</numerusform>
            <numerusform>Осталось %n резервных кода. Создайте новые, пока они не закончились.</numerusform>
            <numerusform>Осталось %n резервных кодов. Создайте новые, пока они не закончились.</numerusform>
        </translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>This took too long. Cancel and begin again.</source>
        <translation>Прошло слишком много времени. Отмените и начните снова.</translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation>Двухэтапный вход</translation>
    </message>
    <message>
        <source>After the password or the QR code a code of your phone is needed.</source>
        <translation>После пароля или QR-кода понадобится код с телефона.</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>Новые резервные коды…</translation>
    </message>
    <message>
        <source>1. Scan this with an app for one-time codes.</source>
        <translation>1. Отсканируйте код приложением для одноразовых кодов.</translation>
    </message>
    <message>
        <source>It does not scan? Type the key by hand:</source>
        <translation>Не сканируется? Введите ключ вручную:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>The clipboard is emptied after 30 seconds.</source>
        <translation>Через 30 секунд буфер обмена будет очищен.</translation>
    </message>
    <message>
        <source>2. Enter the six digits that the app shows.</source>
        <translation>2. Введите шесть цифр из приложения.</translation>
    </message>
    <message>
        <source>Code of the app</source>
        <translation>Код из приложения</translation>
    </message>
    <message>
        <source>QR code for the app; the key beside it says the same</source>
        <translation>QR-код для приложения; рядом тот же ключ текстом</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Turn two-step sign-in off?</source>
        <translation>Отключить двухэтапный вход?</translation>
    </message>
    <message>
        <source>The password alone will be enough to sign in. The app&apos;s codes and the recovery codes will end.</source>
        <translation>Для входа будет достаточно пароля. Коды из приложения и резервные коды перестанут действовать.</translation>
    </message>
    <message>
        <source>It is on already. If you have not seen the recovery codes, make new ones.</source>
        <translation>Он уже включён. Если вы не видели резервных кодов, создайте новые.</translation>
    </message>
</context>
</TS>
