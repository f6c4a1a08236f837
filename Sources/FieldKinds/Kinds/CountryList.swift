/// The countries of ISO 3166-1: alpha-2 code, Polish name (after the Commission on Standardization of Geographical
/// Names), English short name.
enum CountryList {
    static let rows = """
        AD|Andora|Andorra
        AE|Zjednoczone Emiraty Arabskie|United Arab Emirates
        AF|Afganistan|Afghanistan
        AG|Antigua i Barbuda|Antigua and Barbuda
        AI|Anguilla|Anguilla
        AL|Albania|Albania
        AM|Armenia|Armenia
        AO|Angola|Angola
        AQ|Antarktyka|Antarctica
        AR|Argentyna|Argentina
        AS|Samoa Amerykańskie|American Samoa
        AT|Austria|Austria
        AU|Australia|Australia
        AW|Aruba|Aruba
        AX|Wyspy Alandzkie|Åland Islands
        AZ|Azerbejdżan|Azerbaijan
        BA|Bośnia i Hercegowina|Bosnia and Herzegovina
        BB|Barbados|Barbados
        BD|Bangladesz|Bangladesh
        BE|Belgia|Belgium
        BF|Burkina Faso|Burkina Faso
        BG|Bułgaria|Bulgaria
        BH|Bahrajn|Bahrain
        BI|Burundi|Burundi
        BJ|Benin|Benin
        BL|Saint-Barthélemy|Saint Barthélemy
        BM|Bermudy|Bermuda
        BN|Brunei|Brunei Darussalam
        BO|Boliwia|Bolivia
        BQ|Bonaire, Sint Eustatius i Saba|Bonaire, Sint Eustatius and Saba
        BR|Brazylia|Brazil
        BS|Bahamy|Bahamas
        BT|Bhutan|Bhutan
        BV|Wyspa Bouveta|Bouvet Island
        BW|Botswana|Botswana
        BY|Białoruś|Belarus
        BZ|Belize|Belize
        CA|Kanada|Canada
        CC|Wyspy Kokosowe|Cocos (Keeling) Islands
        CD|Demokratyczna Republika Konga|Democratic Republic of the Congo
        CF|Republika Środkowoafrykańska|Central African Republic
        CG|Kongo|Congo
        CH|Szwajcaria|Switzerland
        CI|Wybrzeże Kości Słoniowej|Côte d'Ivoire
        CK|Wyspy Cooka|Cook Islands
        CL|Chile|Chile
        CM|Kamerun|Cameroon
        CN|Chiny|China
        CO|Kolumbia|Colombia
        CR|Kostaryka|Costa Rica
        CU|Kuba|Cuba
        CV|Republika Zielonego Przylądka|Cabo Verde
        CW|Curaçao|Curaçao
        CX|Wyspa Bożego Narodzenia|Christmas Island
        CY|Cypr|Cyprus
        CZ|Czechy|Czechia
        DE|Niemcy|Germany
        DJ|Dżibuti|Djibouti
        DK|Dania|Denmark
        DM|Dominika|Dominica
        DO|Dominikana|Dominican Republic
        DZ|Algieria|Algeria
        EC|Ekwador|Ecuador
        EE|Estonia|Estonia
        EG|Egipt|Egypt
        EH|Sahara Zachodnia|Western Sahara
        ER|Erytrea|Eritrea
        ES|Hiszpania|Spain
        ET|Etiopia|Ethiopia
        FI|Finlandia|Finland
        FJ|Fidżi|Fiji
        FK|Falklandy|Falkland Islands
        FM|Mikronezja|Micronesia
        FO|Wyspy Owcze|Faroe Islands
        FR|Francja|France
        GA|Gabon|Gabon
        GB|Wielka Brytania|United Kingdom
        GD|Grenada|Grenada
        GE|Gruzja|Georgia
        GF|Gujana Francuska|French Guiana
        GG|Guernsey|Guernsey
        GH|Ghana|Ghana
        GI|Gibraltar|Gibraltar
        GL|Grenlandia|Greenland
        GM|Gambia|Gambia
        GN|Gwinea|Guinea
        GP|Gwadelupa|Guadeloupe
        GQ|Gwinea Równikowa|Equatorial Guinea
        GR|Grecja|Greece
        GS|Georgia Południowa i Sandwich Południowy|South Georgia and the South Sandwich Islands
        GT|Gwatemala|Guatemala
        GU|Guam|Guam
        GW|Gwinea Bissau|Guinea-Bissau
        GY|Gujana|Guyana
        HK|Hongkong|Hong Kong
        HM|Wyspy Heard i McDonalda|Heard Island and McDonald Islands
        HN|Honduras|Honduras
        HR|Chorwacja|Croatia
        HT|Haiti|Haiti
        HU|Węgry|Hungary
        ID|Indonezja|Indonesia
        IE|Irlandia|Ireland
        IL|Izrael|Israel
        IM|Wyspa Man|Isle of Man
        IN|Indie|India
        IO|Brytyjskie Terytorium Oceanu Indyjskiego|British Indian Ocean Territory
        IQ|Irak|Iraq
        IR|Iran|Iran
        IS|Islandia|Iceland
        IT|Włochy|Italy
        JE|Jersey|Jersey
        JM|Jamajka|Jamaica
        JO|Jordania|Jordan
        JP|Japonia|Japan
        KE|Kenia|Kenya
        KG|Kirgistan|Kyrgyzstan
        KH|Kambodża|Cambodia
        KI|Kiribati|Kiribati
        KM|Komory|Comoros
        KN|Saint Kitts i Nevis|Saint Kitts and Nevis
        KP|Korea Północna|North Korea
        KR|Korea Południowa|South Korea
        KW|Kuwejt|Kuwait
        KY|Kajmany|Cayman Islands
        KZ|Kazachstan|Kazakhstan
        LA|Laos|Laos
        LB|Liban|Lebanon
        LC|Saint Lucia|Saint Lucia
        LI|Liechtenstein|Liechtenstein
        LK|Sri Lanka|Sri Lanka
        LR|Liberia|Liberia
        LS|Lesotho|Lesotho
        LT|Litwa|Lithuania
        LU|Luksemburg|Luxembourg
        LV|Łotwa|Latvia
        LY|Libia|Libya
        MA|Maroko|Morocco
        MC|Monako|Monaco
        MD|Mołdawia|Moldova
        ME|Czarnogóra|Montenegro
        MF|Saint-Martin|Saint Martin
        MG|Madagaskar|Madagascar
        MH|Wyspy Marshalla|Marshall Islands
        MK|Macedonia Północna|North Macedonia
        ML|Mali|Mali
        MM|Mjanma|Myanmar
        MN|Mongolia|Mongolia
        MO|Makau|Macao
        MP|Mariany Północne|Northern Mariana Islands
        MQ|Martynika|Martinique
        MR|Mauretania|Mauritania
        MS|Montserrat|Montserrat
        MT|Malta|Malta
        MU|Mauritius|Mauritius
        MV|Malediwy|Maldives
        MW|Malawi|Malawi
        MX|Meksyk|Mexico
        MY|Malezja|Malaysia
        MZ|Mozambik|Mozambique
        NA|Namibia|Namibia
        NC|Nowa Kaledonia|New Caledonia
        NE|Niger|Niger
        NF|Norfolk|Norfolk Island
        NG|Nigeria|Nigeria
        NI|Nikaragua|Nicaragua
        NL|Holandia|Netherlands
        NO|Norwegia|Norway
        NP|Nepal|Nepal
        NR|Nauru|Nauru
        NU|Niue|Niue
        NZ|Nowa Zelandia|New Zealand
        OM|Oman|Oman
        PA|Panama|Panama
        PE|Peru|Peru
        PF|Polinezja Francuska|French Polynesia
        PG|Papua-Nowa Gwinea|Papua New Guinea
        PH|Filipiny|Philippines
        PK|Pakistan|Pakistan
        PL|Polska|Poland
        PM|Saint-Pierre i Miquelon|Saint Pierre and Miquelon
        PN|Pitcairn|Pitcairn
        PR|Portoryko|Puerto Rico
        PS|Palestyna|Palestine
        PT|Portugalia|Portugal
        PW|Palau|Palau
        PY|Paragwaj|Paraguay
        QA|Katar|Qatar
        RE|Reunion|Réunion
        RO|Rumunia|Romania
        RS|Serbia|Serbia
        RU|Rosja|Russia
        RW|Rwanda|Rwanda
        SA|Arabia Saudyjska|Saudi Arabia
        SB|Wyspy Salomona|Solomon Islands
        SC|Seszele|Seychelles
        SD|Sudan|Sudan
        SE|Szwecja|Sweden
        SG|Singapur|Singapore
        SH|Wyspa Świętej Heleny|Saint Helena, Ascension and Tristan da Cunha
        SI|Słowenia|Slovenia
        SJ|Svalbard i Jan Mayen|Svalbard and Jan Mayen
        SK|Słowacja|Slovakia
        SL|Sierra Leone|Sierra Leone
        SM|San Marino|San Marino
        SN|Senegal|Senegal
        SO|Somalia|Somalia
        SR|Surinam|Suriname
        SS|Sudan Południowy|South Sudan
        ST|Wyspy Świętego Tomasza i Książęca|Sao Tome and Principe
        SV|Salwador|El Salvador
        SX|Sint Maarten|Sint Maarten
        SY|Syria|Syria
        SZ|Eswatini|Eswatini
        TC|Turks i Caicos|Turks and Caicos Islands
        TD|Czad|Chad
        TF|Francuskie Terytoria Południowe|French Southern Territories
        TG|Togo|Togo
        TH|Tajlandia|Thailand
        TJ|Tadżykistan|Tajikistan
        TK|Tokelau|Tokelau
        TL|Timor Wschodni|Timor-Leste
        TM|Turkmenistan|Turkmenistan
        TN|Tunezja|Tunisia
        TO|Tonga|Tonga
        TR|Turcja|Turkey
        TT|Trynidad i Tobago|Trinidad and Tobago
        TV|Tuvalu|Tuvalu
        TW|Tajwan|Taiwan
        TZ|Tanzania|Tanzania
        UA|Ukraina|Ukraine
        UG|Uganda|Uganda
        UM|Dalekie Wyspy Mniejsze Stanów Zjednoczonych|United States Minor Outlying Islands
        US|Stany Zjednoczone|United States
        UY|Urugwaj|Uruguay
        UZ|Uzbekistan|Uzbekistan
        VA|Watykan|Holy See
        VC|Saint Vincent i Grenadyny|Saint Vincent and the Grenadines
        VE|Wenezuela|Venezuela
        VG|Brytyjskie Wyspy Dziewicze|British Virgin Islands
        VI|Wyspy Dziewicze Stanów Zjednoczonych|United States Virgin Islands
        VN|Wietnam|Viet Nam
        VU|Vanuatu|Vanuatu
        WF|Wallis i Futuna|Wallis and Futuna
        WS|Samoa|Samoa
        YE|Jemen|Yemen
        YT|Majotta|Mayotte
        ZA|Republika Południowej Afryki|South Africa
        ZM|Zambia|Zambia
        ZW|Zimbabwe|Zimbabwe
        """
}
