"""Every section, person, institution, programme, project, event and address of the source is on its page."""

import pytest

Y = "2024-2025/"

# page: what its words hold in Latvian and in English, pair by pair
NAMES = {
    "mission": [
        ("1.1. BJC “Jaunība” misija", "1.1. Mission of BJC “Jaunība”"),
        ("1.2. BJC “Jaunība” vīzija par izglītojamo", "1.2. Vision of the learner"),
        ("1.3. BJC “Jaunība” vērtības cilvēkcentrētā veidā", "1.3. Values of BJC “Jaunība”, put in a person-centred way"),
        ("Izaugsme un kvalitāte", "Growth and quality"),
        ("Atbildība", "Responsibility"),
        ("Mērķtiecīga sadarbība", "Purposeful cooperation"),
        ("Cieņpilna attieksme", "Respectful attitude"),
    ],
    "learners": [
        ("1. Izglītības iestādes darbības un izglītības programmas īstenošanas kvalitātes mērķi", "1. Quality goals"),
        ("1.1. Izglītojamo skaits un īstenotās izglītības programmas", "1.1. Number of learners and programmes delivered"),
        ("kultūrizglītības joma", "cultural education"),
        ("STEM", "STEM"),
        ("sporta un fizisko aktivitāšu joma", "sport and physical activities"),
        ("sociālā un pilsoniskā joma", "social and civic area"),
        ("estētikas skola", "aesthetics school"),
        *(
            (address, address)
            for address in (
                "Gaismas iela 9", "Inženieru iela 6", "Komunālā iela 2", "Krustpils iela 4", "Poligona iela 50",
                "Saules iela 7", "Smilšu iela 92", "Stāvā iela 23", "Šaurā iela 21a", "Ūdens iela 24",
                "Ventspils iela 20", "Vienības iela 30", "Viršu iela 50",
            )
        ),
    ],
    "targets": [
        ("kvalitātes mērķi 2024./2025. m. g. un 2025./2026. m. g.", "2024/25 and 2025/26"),
        ("Izglītojamo statistiskie sasniegumi mācību gada noslēgumā", "statistical results"),
        ("“Esi aktīvs!”", "“Esi aktīvs!” (“Be Active!”)"),
        ("Motivācijas skolu", "Motivation School"),
        ("Motivācijas programma", "Motivation Programme"),
        ("Daugavpils Inovāciju centr", "Daugavpils Innovation Centre"),
        ("VIAA", "VIAA"),
        ("“Plašākas izglītības pieredzes veidošana formālajā un neformālajā izglītībā”", "“Creating a Wider Educational"),
        ("“Pilsētvides iespējas STEM jomas izglītības procesā”", "“The Urban Environment as an Opportunity in STEM"),
        ("ESF Plus", "ESF Plus"),
        ("“STEM un pilsoniskās līdzdalības norises", "“STEM and Civic Participation Activities"),
    ],
    "priorities": [
        ("“Aktualitātes interešu izglītībā.", "“News in Interest-related Education."),
        ("StaroJums", "StaroJums"),
        ("Valsts izglītības attīstības aģentūr", "State Education Development Agency"),
        ("Valsts izglītības informācijas sistēmā", "State Education Information System"),
        ("Pašvaldības policij", "Municipal Police"),
        ("Izglītības pārvaldi", "Education Department"),
        ("Daugavpils Stropu pamatskola – attīstības centrs", "Daugavpils Stropi Basic School – Development Centre"),
        ("“Mēs esam Jūs”", "“We Are You”"),
        ("teātra studija", "theatre studio"),
        ("koru karos", "Choir Wars"),
        ("Augšdaugavas novada un Rēzeknes", "Augšdaugava Municipality and Rēzekne"),
        ("VIIS", "VIIS"),
        ("“Inženieru doma”", "“Inženieru doma” (“Engineers’ Thinking”)"),
        ("“Vide un tehnoloģijas”", "“Environment and Technology”"),
        ("“Veselīgs dzīvesveids”", "“Healthy Lifestyle”"),
        ("Daļēji sasniegts", "Partly achieved"),
    ],
    "teaching": [
        ("3. Kritēriju izvērtējums", "3. Assessment of the criteria"),
        ("3.1. Kritērijs “Mācīšana un mācīšanās”", "3.1. Criterion “Teaching and learning”"),
        *((f"3.1.{n}.", f"3.1.{n}.") for n in range(1, 6)),
        ("latviešu valod", "Latvian"),
        ("DIC", "DIC"),
    ],
    "equity": [
        ("3.2. Kritērijs “Vienlīdzība un iekļaušana”", "3.2. Criterion “Equity and inclusion”"),
        *((f"3.2.{n}.", f"3.2.{n}.") for n in range(1, 4)),
        ("autiskā spektra traucējumiem", "autism spectrum disorders"),
        ("valsts nozīmes interešu izglītības centra statusu", "of national significance"),
        ("daudzbērnu ģimenes", "large families"),
        ("skolotāja attieksme", "the teacher’s attitude"),
    ],
    "accessibility": [
        ("3.3. Kritērijs “Pieejamība”", "3.3. Criterion “Accessibility”"),
        *((f"3.3.{n}.", f"3.3.{n}.") for n in range(1, 4)),
        ("DPIP", "DPIP"),
        ("ratiņkrēslu", "wheelchair"),
    ],
    "support": [
        ("3.4. Kritērijs “Atbalsts un sadarbība”", "3.4. Criterion “Support and cooperation”"),
        *((f"3.4.{n}.", f"3.4.{n}.") for n in range(1, 4)),
        ("Skola kā mācīšanās organizācija", "school as a learning organisation"),
        ("FOTOArt", "FOTOArt"),
        ("Regula", "Regula"),
        ("Eiropas Savienības", "European Union"),
        ("“Iepazīstam Daugavpili!”", "“Getting to Know Daugavpils!”"),
        ("“Kontakts”", "“Kontakts”"),
        ("Daugavpils Valstspilsētas vidusskolā", "Daugavpils State City Secondary School"),
        ("VISC", "VISC"),
        ("“Vēlies – vēlē!”", "“Want It? Vote!”"),
        ("Demokrātijas festivālā Preiļos", "Demokrātijas festivāls (Democracy Festival) in Preiļi"),
        ("“Pašvaldība caur jaunieša ‘adatas aci’”", "“Local Government through a Young Person’s ‘Eye of a Needle’”"),
        ("Dienvidlatgales NVO atbalsta centru", "South Latgale NGO Support Centre"),
        ("Augšdaugavas novada", "Augšdaugava Municipality"),
        ("metodiķe", "methodologist"),
    ],
    "projects": [
        ("4. Informācija par lielākajiem īstenotajiem projektiem", "4. Major projects"),
        ("“Kopā radām Daugavpili”", "“Creating Daugavpils Together”"),
        ("viktorīnu pogas", "quiz buzzers"),
    ],
    "agreements": [("5. Informācija par institūcijām", "5. Institutions"), ("nav norādīts", "not stated")],
    "values-education": [
        ("6. Audzināšanas darba prioritāro virzienu izvērtējums", "6. Review of the priority directions"),
        ("Aina Jansone", "Aina Jansone"),
        ("“Kastaņa puslode”", "“Kastaņa puslode” (“Chestnut Hemisphere”)"),
        ("“StaroJums”", "“StaroJums”"),
        ("Tērpu kolekciju parādē", "costume collection show"),
    ],
    "achievements": [
        ("7. Citi sasniegumi", "7. Other achievements"),
        ("eTwinning skolas statuss", "eTwinning School Label"),
        ("IKT", "ICT"),
    ],
    "accreditation": [("8. Informācija par izglītības iestādes akreditācijā", "8. How the tasks"), ("Nav attiecināms", "Not applicable")],
    "inspection": [("9. Informācija", "9. How the tasks"), ("IKVD, IP", "IKVD or IP"), ("Nav attiecināms", "Not applicable")],
    "council": [("10. Izglītības iestādes padomes ieteikumi", "10. Recommendations of the council"), ("Nav attiecināms", "Not applicable")],
    "next-year": [
        ("11. Izglītības iestādes darba prioritātes", "11. Priorities of the institution’s work"),
        ("Pedagogu labās prakses pārnese", "Passing on teachers’ good practice"),
        ("Iekļaujošas sistēmas pilnveide", "Making the system more inclusive"),
        ("Iestādes jubilejas norišu veidošana", "Organising activities for the centre’s anniversary"),
        ("Domes vadību", "leadership of the city council"),
        ("rebrendings", "rebranded"),
    ],
    "signatures": [
        ("Izglītības iestādes vadītājs", "Head of the institution"),
        ("Aina Jansone", "Aina Jansone"),
        ("Saskaņots", "Agreed"),
        ("Daugavpils pilsētas Izglītības pārvaldes vadītāja", "Head of the Daugavpils City Education Department"),
        ("Marina Isupova", "Marina Isupova"),
    ],
    "index": [
        ("Dokumenta numurs", "Document number"),
        ("Parakstīšanas vieta", "Place of signing"),
        ("Parakstīšanas datums", "Date of signing"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("page", NAMES)
def test_names(built, page, language):
    """The page holds every name that the source has in its section."""
    words = built.words(language, Y if page == "index" else f"{Y}{page}/")
    wanted = [pair[0 if language == "lv" else 1] for pair in NAMES[page]]
    assert [name for name in wanted if name not in words] == []
