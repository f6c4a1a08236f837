"""Made-up people, organisations and branches. Names say that they are examples; addresses end in example.org, telephone
numbers begin with 990."""

import unicodedata

FEMALE = ["Anna", "Ewa", "Maria", "Zofia", "Hanna", "Julia", "Irena", "Wanda", "Łucja", "Żaneta", "Olga", "Marta"]
MALE = ["Jan", "Piotr", "Adam", "Tomasz", "Marek", "Łukasz", "Jakub", "Stefan", "Wojciech", "Krzysztof"]
SURNAMES = [("Testowa", "Testowy"), ("Próbna", "Próbny"), ("Przykładna", "Przykładny"), ("Wzorcowa", "Wzorcowy"),
            ("Zmyślona", "Zmyślony"), ("Umowna", "Umowny"), ("Fikcyjna", "Fikcyjny"), ("Makietowa", "Makietowy"),
            ("Szablonowa", "Szablonowy"), ("Ćwiczebna", "Ćwiczebny"), ("Pozorna", "Pozorny"), ("Śliwa-Testowa", "Źrebiec-Próbny")]

ABROAD = {
    "DE": [("Lena", "Musterfrau", "pani"), ("Max", "Mustermann", "pan"), ("Jürgen", "Beispiel", "pan"), ("Käthe", "Probe", "pani"),
           ("Anke", "Vorlage", "pani"), ("Uwe", "Größe-Test", "pan")],
    "ES": [("Lucía", "Ejemplo Prueba", "pani"), ("Íñigo", "Ficticio", "pan"), ("Carmen", "Muestra", "pani"), ("Pablo", "Inventado", "pan"),
           ("Núria", "Modelo", "neutral")],
    "IT": [("Giulia", "Esempio", "pani"), ("Marco", "Prova", "pan"), ("Sofia", "Fittizia", "pani"), ("Luca", "Modello", "pan"),
           ("Chiara", "Campione", "pani")],
    "RO": [("Ioana", "Exemplu", "pani"), ("Andrei", "Probescu", "pan"), ("Ștefania", "Fictivă", "pani"), ("Ion", "Modelescu", "pan"),
           ("Țîrdea", "Machetă", "neutral")],
}

# Original spelling, Latin spelling, address form, sex, citizenship.
NEWCOMERS = [
    ("Наталія Тестова", "Nataliia Testova", "pani", "female", "UA"),
    ("Андрій Зразковий", "Andrii Zrazkovyi", "pan", "male", "UA"),
    ("Юлія Прикладна", "Yuliia Prykladna", "pani", "female", "UA"),
    ("Олена Вигадана", "Olena Vyhadana", "pani", "female", "UA"),
    ("Сергій Пробний", "Serhii Probnyi", "pan", "male", "UA"),
    ("Ірина Знам’янка", "Iryna Znamianka", "pani", "female", "UA"),
    ("Їжакевич Тарас", "Taras Yizhakevych", "pan", "male", "UA"),
    ("Оксана Умовна", "Oksana Umovna", "pani", "female", "UA"),
    ("Дмитро Макетний", "Dmytro Maketnyi", "pan", "male", "UA"),
    ("Аляксандр Прыкладны", "Aliaksandr Prykladny", "pan", "male", "BY"),
    ("Вольга Узорная", "Volha Uzornaia", "pani", "female", "BY"),
    ("Мария Пробная", "Mariia Probnaia", "pani", "female", "RU"),
    ("", "Giorgi Nimushi", "pan", "male", "GE"),
    ("", "Priya Namuna", "pani", "female", "IN"),
    ("Катерина Щасна", "Kateryna Shchasna", "pani", "female", "UA"),
    ("Богдан Тестенко", "Bohdan Testenko", "pan", "male", "UA"),
    ("Софія Згурська", "Sofiia Zghurska", "pani", "female", "UA"),
    ("Павло Зразок", "Pavlo Zrazok", "pan", "male", "UA"),
    ("Людмила Приклад", "Liudmyla Pryklad", "pani", "female", "UA"),
    ("Марко Вигадка", "Marko Vyhadka", "pan", "male", "UA"),
    ("Роман Тестовий", "Roman Testovyi", "pan", "male", "UA"),
]


def polish(index, male=False):
    """The index-th made-up Polish person: name and address form."""
    given = (MALE if male else FEMALE)[index % (len(MALE) if male else len(FEMALE))]
    surname = SURNAMES[(index * 5 + index // 12) % len(SURNAMES)][1 if male else 0]
    return f"{given} {surname}", "pan" if male else "pani"


def email(name, domain="example.org"):
    plain = unicodedata.normalize("NFD", name.lower().replace("ł", "l").replace("ß", "ss"))
    plain = "".join(c for c in plain if c.isascii() and (c.isalpha() or c in " -"))
    return ".".join(plain.split()) + "@" + domain


def phone(number, country="+48"):
    return f"{country}990{number:06d}" if country == "+48" else f"{country}99{number:07d}"
