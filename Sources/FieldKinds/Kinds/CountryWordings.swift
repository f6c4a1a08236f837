/// Other wordings for the countries people come from most: names in Ukrainian, Russian and Belarusian, further names,
/// and stems of adjectives and of words for citizens.
enum CountryWordings {
    /// Code, names in Ukrainian, Russian, Belarusian.
    static let eastern = """
        AF|Афганістан|Афганистан|Афганістан
        AL|Албанія|Албания|Албанія
        AM|Вірменія|Армения|Арменія
        AT|Австрія|Австрия|Аўстрыя
        AU|Австралія|Австралия|Аўстралія
        AZ|Азербайджан|Азербайджан|Азербайджан
        BA|Боснія і Герцеговина|Босния и Герцеговина|Боснія і Герцагавіна
        BD|Бангладеш|Бангладеш|Бангладэш
        BE|Бельгія|Бельгия|Бельгія
        BG|Болгарія|Болгария|Балгарыя
        BR|Бразилія|Бразилия|Бразілія
        BY|Білорусь|Беларусь|Беларусь
        CA|Канада|Канада|Канада
        CH|Швейцарія|Швейцария|Швейцарыя
        CM|Камерун|Камерун|Камерун
        CN|Китай|Китай|Кітай
        CO|Колумбія|Колумбия|Калумбія
        CU|Куба|Куба|Куба
        CY|Кіпр|Кипр|Кіпр
        CZ|Чехія|Чехия|Чэхія
        DE|Німеччина|Германия|Германія
        DK|Данія|Дания|Данія
        DZ|Алжир|Алжир|Алжыр
        EE|Естонія|Эстония|Эстонія
        EG|Єгипет|Египет|Егіпет
        ES|Іспанія|Испания|Іспанія
        ET|Ефіопія|Эфиопия|Эфіопія
        FI|Фінляндія|Финляндия|Фінляндыя
        FR|Франція|Франция|Францыя
        GB|Велика Британія|Великобритания|Вялікабрытанія
        GE|Грузія|Грузия|Грузія
        GR|Греція|Греция|Грэцыя
        HR|Хорватія|Хорватия|Харватыя
        HU|Угорщина|Венгрия|Венгрыя
        ID|Індонезія|Индонезия|Інданезія
        IE|Ірландія|Ирландия|Ірландыя
        IL|Ізраїль|Израиль|Ізраіль
        IN|Індія|Индия|Індыя
        IQ|Ірак|Ирак|Ірак
        IR|Іран|Иран|Іран
        IS|Ісландія|Исландия|Ісландыя
        IT|Італія|Италия|Італія
        JO|Йорданія|Иордания|Іарданія
        JP|Японія|Япония|Японія
        KG|Киргизстан|Киргизия|Кыргызстан
        KZ|Казахстан|Казахстан|Казахстан
        LB|Ліван|Ливан|Ліван
        LT|Литва|Литва|Літва
        LU|Люксембург|Люксембург|Люксембург
        LV|Латвія|Латвия|Латвія
        MA|Марокко|Марокко|Марока
        MD|Молдова|Молдова|Малдова
        ME|Чорногорія|Черногория|Чарнагорыя
        MK|Північна Македонія|Северная Македония|Паўночная Македонія
        MN|Монголія|Монголия|Манголія
        NG|Нігерія|Нигерия|Нігерыя
        NL|Нідерланди|Нидерланды|Нідэрланды
        NO|Норвегія|Норвегия|Нарвегія
        NP|Непал|Непал|Непал
        PH|Філіппіни|Филиппины|Філіпіны
        PK|Пакистан|Пакистан|Пакістан
        PL|Польща|Польша|Польшча
        PS|Палестина|Палестина|Палесціна
        PT|Португалія|Португалия|Партугалія
        RO|Румунія|Румыния|Румынія
        RS|Сербія|Сербия|Сербія
        RU|Росія|Россия|Расія
        SE|Швеція|Швеция|Швецыя
        SI|Словенія|Словения|Славенія
        SK|Словаччина|Словакия|Славакія
        SY|Сирія|Сирия|Сірыя
        TJ|Таджикистан|Таджикистан|Таджыкістан
        TM|Туркменістан|Туркменистан|Туркменістан
        TN|Туніс|Тунис|Туніс
        TR|Туреччина|Турция|Турцыя
        UA|Україна|Украина|Украіна
        US|Сполучені Штати Америки|Соединённые Штаты Америки|Злучаныя Штаты Амерыкі
        UZ|Узбекистан|Узбекистан|Узбекістан
        VE|Венесуела|Венесуэла|Венесуэла
        VN|В'єтнам|Вьетнам|В'етнам
        YE|Ємен|Йемен|Емен
        """

    /// Code, then further names and short forms.
    static let further = """
        BY|Republika Białorusi|Republic of Belarus|Białorus|Belorussia|Белоруссия|Республика Беларусь|РБ|Рэспубліка Беларусь
        CD|DR Konga|DRK|Kongo Kinszasa|DR Congo|DRC
        CI|Ivory Coast|Kot-d'Ivoire
        CV|Cape Verde
        CZ|Republika Czeska|Czech Republic
        DE|Republika Federalna Niemiec|RFN|Deutschland
        GB|Zjednoczone Królestwo|UK|Anglia|England|Great Britain|Szkocja|Scotland|Велика Британия
        GE|Sakartvelo|Сакартвело
        HK|Hong Kong SAR
        KG|Kirgizja|Kyrgyz Republic|Кыргызстан
        KR|Korea|Republika Korei|Republic of Korea
        KP|KRLD
        MD|Mołdowa|Republika Mołdawii|Молдавия
        MK|Macedonia
        MM|Birma|Burma
        NL|Niderlandy|Królestwo Niderlandów|Holland|The Netherlands|Голландия
        PL|Rzeczpospolita Polska|RP|Republic of Poland
        RU|Federacja Rosyjska|Russian Federation|Российская Федерация|РФ|Російська Федерація
        SZ|Suazi|Swaziland
        SY|Syryjska Republika Arabska
        TR|Türkiye
        UA|Ukrajina|Ukraїna
        US|USA|Stany Zjednoczone Ameryki|United States of America|Ameryka|США
        VA|Stolica Apostolska|Vatican
        VN|Vietnam
        ZA|RPA
        """

    /// Code, then stems: a single word that begins with one and goes on with any ending means the country.
    static let stems = """
        AF|afgans|afgan|афган
        AL|albańs|albanian|албан
        AM|ormiańs|ormian|armeńs|armenian|вірмен|армян|армянс
        AT|austriac|austrian|австрій|австрий|аўстрый
        AZ|azerbejdż|azers|azerbaijani|азербайджан
        BD|banglades|bengals
        BE|belgijs|belgian
        BG|bułgars|bulgarian|болгар|балгар
        BR|brazylij|brazilian
        BY|białorus|białorusi|belarusian|belarussian|білорус|белорус|беларус
        CN|chińs|chinese|китай|кітай
        CZ|czeskie|czeski|czeszk|czech|чеськ|чешск
        DE|niemiec|niemk|german|німец|немец|нямец
        EE|estońs|estonian|естон|эстон
        EG|egips|egyptian
        ES|hiszpań|hiszpan|spanish|spaniard|іспан|испан
        FR|francus|french|франц
        GB|brytyjs|british|британ
        GE|gruzińs|gruzin|georgian|грузин
        GR|grecki|greczyn|greczynk|greek
        HR|chorwac|croatian
        HU|węgiers|węgier|hungarian|угорськ|венгерс
        IN|indyjs|hindus|indian|індійс|индийс
        IQ|irack|iraqi
        IR|irańs|iranian
        IT|włosk|włoch|włoszk|italian|італійс|итальян
        KG|kirgis|kyrgyz|киргиз|кыргыз
        KZ|kazachs|kazakh|казах
        LT|litews|litwin|lithuanian|литовс|литовець|літоўс
        LV|łotews|łotysz|latvian|латвійс|латыш
        MD|mołdaws|mołdawian|moldovan|молдав|молдован|малдаўс
        NG|nigeryjs|nigerian
        NP|nepals|nepalese
        PH|filipińs|filipino
        PK|pakistańs|pakistani
        PL|polskie|polak|polka|polish|польськ|польск|поляк|полька
        PT|portugals|portuguese|португал
        RO|rumuńs|rumun|romanian|румун|румын
        RU|rosyjs|rosjan|russian|російс|росіян|российс|россиян|русск|расійс|расіян
        SE|szwedz|swedish
        SK|słowack|słowak|slovak|словац
        SY|syryjs|syrian|сирійс|сирийс
        TJ|tadżyc|tadżyk|tajik|таджи
        TM|turkmeńs|turkmen|туркмен
        TR|tureck|turczyn|turkish|турец|турк
        UA|ukraińs|ukrain|ukrainian|україн|украин|украін
        US|amerykańs|amerykan|american|американ
        UZ|uzbec|uzbek|узбек|узбец
        VE|wenezuels|venezuelan
        VN|wietnams|vietnamese|вєтнам|вьетнам
        ZW|zimbabwe
        """
}
