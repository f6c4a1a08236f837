/// The languages of ISO 639-1: code, Polish name, English name.
enum LanguageList {
    static let rows = """
        aa|afarski|Afar;ab|abchaski|Abkhazian;ae|awestyjski|Avestan;af|afrikaans|Afrikaans;ak|akan|Akan;am|amharski|Amharic
        an|aragoński|Aragonese;ar|arabski|Arabic;as|asamski|Assamese;av|awarski|Avaric;ay|ajmara|Aymara
        az|azerbejdżański|Azerbaijani;ba|baszkirski|Bashkir;be|białoruski|Belarusian;bg|bułgarski|Bulgarian;bi|bislama|Bislama
        bm|bambara|Bambara;bn|bengalski|Bengali;bo|tybetański|Tibetan;br|bretoński|Breton;bs|bośniacki|Bosnian
        ca|kataloński|Catalan;ce|czeczeński|Chechen;ch|czamorro|Chamorro;co|korsykański|Corsican;cr|kri|Cree;cs|czeski|Czech
        cu|starocerkiewnosłowiański|Church Slavic;cv|czuwaski|Chuvash;cy|walijski|Welsh;da|duński|Danish;de|niemiecki|German
        dv|malediwski|Divehi;dz|dzongkha|Dzongkha;ee|ewe|Ewe;el|grecki|Greek;en|angielski|English;eo|esperanto|Esperanto
        es|hiszpański|Spanish;et|estoński|Estonian;eu|baskijski|Basque;fa|perski|Persian;ff|fulani|Fulah;fi|fiński|Finnish
        fj|fidżijski|Fijian;fo|farerski|Faroese;fr|francuski|French;fy|zachodniofryzyjski|Western Frisian;ga|irlandzki|Irish
        gd|gaelicki|Gaelic;gl|galicyjski|Galician;gn|guarani|Guarani;gu|gudżarati|Gujarati;gv|manx|Manx;ha|hausa|Hausa
        he|hebrajski|Hebrew;hi|hindi|Hindi;ho|hiri motu|Hiri Motu;hr|chorwacki|Croatian;ht|kreolski haitański|Haitian
        hu|węgierski|Hungarian;hy|ormiański|Armenian;hz|herero|Herero;ia|interlingua|Interlingua;id|indonezyjski|Indonesian
        ie|interlingue|Interlingue;ig|igbo|Igbo;ii|syczuański|Sichuan Yi;ik|inupiak|Inupiaq;io|ido|Ido;is|islandzki|Icelandic
        it|włoski|Italian;iu|inuktitut|Inuktitut;ja|japoński|Japanese;jv|jawajski|Javanese;ka|gruziński|Georgian;kg|kongo|Kongo
        ki|kikuju|Kikuyu;kj|kwanyama|Kuanyama;kk|kazachski|Kazakh;kl|grenlandzki|Kalaallisut;km|khmerski|Khmer
        kn|kannada|Kannada;ko|koreański|Korean;kr|kanuri|Kanuri;ks|kaszmirski|Kashmiri;ku|kurdyjski|Kurdish;kv|komi|Komi
        kw|kornijski|Cornish;ky|kirgiski|Kyrgyz;la|łaciński|Latin;lb|luksemburski|Luxembourgish;lg|luganda|Ganda
        li|limburski|Limburgan;ln|lingala|Lingala;lo|laotański|Lao;lt|litewski|Lithuanian;lu|luba-katanga|Luba-Katanga
        lv|łotewski|Latvian;mg|malgaski|Malagasy;mh|marszalski|Marshallese;mi|maoryski|Maori;mk|macedoński|Macedonian
        ml|malajalam|Malayalam;mn|mongolski|Mongolian;mr|marathi|Marathi;ms|malajski|Malay;mt|maltański|Maltese
        my|birmański|Burmese;na|nauruański|Nauru;nb|norweski bokmål|Norwegian Bokmål;nd|ndebele północny|North Ndebele
        ne|nepalski|Nepali;ng|ndonga|Ndonga;nl|niderlandzki|Dutch;nn|norweski nynorsk|Norwegian Nynorsk;no|norweski|Norwegian
        nr|ndebele południowy|South Ndebele;nv|nawaho|Navajo;ny|njandża|Chichewa;oc|oksytański|Occitan;oj|odżibwe|Ojibwa
        om|oromo|Oromo;or|orija|Oriya;os|osetyjski|Ossetian;pa|pendżabski|Punjabi;pi|palijski|Pali;pl|polski|Polish
        ps|paszto|Pashto;pt|portugalski|Portuguese;qu|keczua|Quechua;rm|retoromański|Romansh;rn|rundi|Rundi;ro|rumuński|Romanian
        ru|rosyjski|Russian;rw|kinya-ruanda|Kinyarwanda;sa|sanskryt|Sanskrit;sc|sardyński|Sardinian;sd|sindhi|Sindhi
        se|północnolapoński|Northern Sami;sg|sango|Sango;si|syngaleski|Sinhala;sk|słowacki|Slovak;sl|słoweński|Slovenian
        sm|samoański|Samoan;sn|shona|Shona;so|somalijski|Somali;sq|albański|Albanian;sr|serbski|Serbian;ss|suazi|Swati
        st|sotho południowy|Southern Sotho;su|sundajski|Sundanese;sv|szwedzki|Swedish;sw|suahili|Swahili;ta|tamilski|Tamil
        te|telugu|Telugu;tg|tadżycki|Tajik;th|tajski|Thai;ti|tigrinia|Tigrinya;tk|turkmeński|Turkmen;tl|tagalski|Tagalog
        tn|tswana|Tswana;to|tongański|Tongan;tr|turecki|Turkish;ts|tsonga|Tsonga;tt|tatarski|Tatar;tw|twi|Twi
        ty|tahitański|Tahitian;ug|ujgurski|Uighur;uk|ukraiński|Ukrainian;ur|urdu|Urdu;uz|uzbecki|Uzbek;ve|venda|Venda
        vi|wietnamski|Vietnamese;vo|wolapik|Volapük;wa|waloński|Walloon;wo|wolof|Wolof;xh|xhosa|Xhosa;yi|jidysz|Yiddish
        yo|joruba|Yoruba;za|czuang|Zhuang;zh|chiński|Chinese;zu|zulu|Zulu
        """

    /// Code, Ukrainian, Russian, Belarusian name.
    static let eastern = """
        ar|арабська|арабский|арабская;az|азербайджанська|азербайджанский|азербайджанская
        be|білоруська|белорусский|беларуская;bg|болгарська|болгарский|балгарская;cs|чеська|чешский|чэшская
        de|німецька|немецкий|нямецкая;en|англійська|английский|англійская;es|іспанська|испанский|іспанская
        fa|перська|персидский|персідская;fr|французька|французский|французская;he|іврит|иврит|іўрыт
        hu|угорська|венгерский|венгерская;hy|вірменська|армянский|армянская;it|італійська|итальянский|італьянская
        ka|грузинська|грузинский|грузінская;kk|казахська|казахский|казахская;ky|киргизька|киргизский|кіргізская
        lt|литовська|литовский|літоўская;lv|латиська|латышский|латышская;pl|польська|польский|польская
        pt|португальська|португальский|партугальская;ro|румунська|румынский|румынская;ru|російська|русский|руская
        sk|словацька|словацкий|славацкая;tg|таджицька|таджикский|таджыкская;tr|турецька|турецкий|турэцкая
        uk|українська|украинский|украінская;uz|узбецька|узбекский|узбекская;vi|в'єтнамська|вьетнамский|в'етнамская
        zh|китайська|китайский|кітайская
        """

    static let further = """
        la|łacina;fa|dari;fa|farsi;nl|holenderski;nl|flamandzki;ro|mołdawski;ro|Moldovan;no|norweska;pa|pendżabi
        ru|російський;uk|український;be|білоруський;pl|польський;en|англійський;en|английская;de|німецький;sw|kiswahili
        """
}
