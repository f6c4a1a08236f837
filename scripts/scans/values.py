"""Made-up answers for the questions of a form map. Names, addresses and numbers belong to nobody."""

GIVEN = ["Zofia", "Łukasz", "Małgorzata", "Stanisław", "Agnieszka", "Paweł", "Michał", "Żaneta", "Grzegorz", "Elżbieta",
         "Kazimierz", "Bożena", "Józef", "Anna", "Róża", "Mikołaj", "Halina", "Wojciech", "Katarzyna", "Jadwiga"]
SURNAMES = ["Testowa", "Próbny", "Przykładna", "Wzorcowa", "Zmyślony", "Umowna", "Śliwińska-Test", "Łęcki", "Ćwik",
            "Żukowska", "Gżegżółka", "Brzęczyszczykiewicz", "Nowak-Źrebiec", "Wieczorek", "Dąbrowska", "Jabłoński"]
CYRILLIC_GIVEN = ["Олена", "Андрій", "Марія", "Юлія", "Ігор", "Наталія", "Сергій", "Оксана"]
CYRILLIC_SURNAMES = ["Тестова", "Прикладний", "Зразкова", "Умовна", "Вигадана", "Пробний"]
TOWNS = ["Łódź", "Toruń", "Rzeszów", "Świętochłowice", "Bielsko-Biała", "Nowy Sącz", "Żory", "Wałbrzych", "Częstochowa"]
TEXTS = ["Stowarzyszenie Żywa Woda", "koordynatorka projektu", "brak", "dieta wegetariańska", "alergia na orzechy",
         "nie dotyczy", "Fundacja Otwarte Drzwi", "wolontariat w bibliotece", "członkini zarządu", "bez glutenu i laktozy"]
LONG = ["Prowadzimy świetlicę i kurs języka polskiego dla rodzin, dwa razy w tygodniu.",
        "Chcę poznać sąsiadów i nauczyć się prowadzić spotkania w dwóch językach.",
        "Pomagamy nowym mieszkankom w urzędzie i u lekarza. Organizujemy wspólne gotowanie.",
        "Od roku uczę się polskiego. Szukam pracy w zawodzie i chcę nostryfikować dyplom."]
COUNTRIES = [("Polska", "PL"), ("Ukraina", "UA"), ("Białoruś", "BY"), ("Niemcy", "DE"), ("Hiszpania", "ES")]
LANGUAGES = [("polski", "pl"), ("ukraiński", "uk"), ("angielski", "en")]
FOLD = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


def pesel(rng):
    """A valid number of somebody born between 1900 and 1909."""
    year, month, day = rng.randrange(1, 10), rng.randrange(1, 13), rng.randrange(1, 29)
    digits = f"{year:02d}{month:02d}{day:02d}{rng.randrange(10000):04d}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)))
    return digits + str((10 - total % 10) % 10)


def nip(rng):
    while True:
        digits = f"999{rng.randrange(10 ** 6):06d}"
        rest = sum(int(digit) * weight for digit, weight in zip(digits, (6, 5, 7, 2, 3, 4, 5, 6, 7))) % 11
        if rest < 10:
            return digits + str(rest)


def regon(rng):
    digits = f"99{rng.randrange(10 ** 6):06d}"
    return digits + str(sum(int(digit) * weight for digit, weight in zip(digits, (8, 9, 2, 3, 4, 5, 6, 7))) % 11 % 10)


def iban(rng):
    account = f"{rng.randrange(10 ** 12):012d}".rjust(24, "0")
    check = 98 - int(account + "252100") % 97
    return f"PL{check:02d}{account}"


def answer(field, rng, language):
    """What a person writes, and the value it stands for; None where nothing is written."""
    kind = field["kind"].split("/")[0]
    cyrillic = language in ("uk", "ru", "be") and "latin" not in field["kind"] and rng.random() < 0.5
    if kind == "personName":
        part = field["kind"].split("/")[-1]
        given = rng.choice(CYRILLIC_GIVEN if cyrillic else GIVEN)
        surname = rng.choice(CYRILLIC_SURNAMES if cyrillic else SURNAMES)
        text = {"given": given, "surname": surname}.get(part, f"{given} {surname}")
        return text, text
    if kind == "email":
        name = f"{rng.choice(GIVEN)}.{rng.choice(SURNAMES)}".translate(FOLD).lower()
        text = f"{name}{rng.choice(['', str(rng.randrange(100))])}@example.org"
        return text, text
    if kind == "phone":
        number = f"990{rng.randrange(10 ** 6):06d}"
        return f"+48{number}", f"+48{number}"
    if kind == "date":
        day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(1950, 2005)
        return f"{day:02d}.{month:02d}.{year}", f"{year}-{month:02d}-{day:02d}"
    if kind == "pesel":
        return (pesel(rng),) * 2
    if kind == "nip":
        digits = nip(rng)
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:8]}-{digits[8:]}", digits
    if kind == "regon":
        return (regon(rng),) * 2
    if kind == "krs":
        return (f"00099{rng.randrange(1, 10 ** 5):05d}",) * 2
    if kind == "iban":
        return (iban(rng),) * 2
    if kind == "postalCode":
        return (f"{rng.randrange(1, 100):02d}-{rng.randrange(1000):03d}",) * 2
    if kind == "number":
        return (str(rng.randrange(2, 60)),) * 2
    if kind == "country":
        return rng.choice(COUNTRIES)
    if kind == "language":
        return rng.choice(LANGUAGES)
    if kind == "longText":
        return (rng.choice(LONG),) * 2
    if "city" in field["name"] or "town" in field["name"] or "municipality" in field["name"]:
        return (rng.choice(TOWNS),) * 2
    return (rng.choice(TEXTS),) * 2
