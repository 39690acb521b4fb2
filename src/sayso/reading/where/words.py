"""Words that tell of places: what kind a place is, what stands before one, which way is which."""

from sayso.model.codes import PlaceKind

KIND_NOUNS: dict[str, PlaceKind] = {
    "country": "country", "nation": "country", "republic": "country", "kingdom": "country",
    "province": "province", "governorate": "province", "state": "province", "oblast": "province", "muhafazah": "province",
    "department": "province", "emirate": "province", "canton": "province", "voivodeship": "province",
    "prefecture": "province", "wilaya": "province", "wilayat": "province",
    "district": "district", "county": "district", "raion": "district", "woreda": "district", "municipality": "district",
    "subdistrict": "district", "parish": "district", "tehsil": "district",
    "city": "city", "capital": "city", "town": "town", "township": "town", "village": "village", "hamlet": "village",
    "settlement": "village", "kibbutz": "village",
    "suburb": "suburb", "neighborhood": "suburb", "neighbourhood": "suburb", "quarter": "suburb", "borough": "suburb",
    "region": "area", "area": "area", "valley": "area", "mountain": "area", "mountains": "area", "desert": "area", "peninsula": "area",
    "island": "area", "islands": "area", "coast": "area", "countryside": "area", "hills": "area", "plain": "area", "enclave": "area",
    "river": "river",
    "airport": "facility", "airbase": "facility", "airfield": "facility", "base": "facility", "dam": "facility", "crossing": "facility",
    "prison": "facility", "bridge": "facility", "square": "facility", "street": "facility", "road": "facility", "highway": "facility",
    "avenue": "facility", "stadium": "facility", "station": "facility", "port": "facility", "refinery": "facility", "camp": "facility",
    "hospital": "facility", "mosque": "facility", "church": "facility", "cathedral": "facility", "museum": "facility",
    "school": "facility", "park": "facility", "palace": "facility", "hotel": "facility",
}  # fmt: skip
"""Nouns beside a name ("Idlib province", "the town of Haffa") and the kind of place that they make of it."""

PLURAL_KIND_NOUNS: dict[str, PlaceKind] = {
    "provinces": "province", "governorates": "province", "states": "province", "districts": "district", "counties": "district", "cities": "city",
    "towns": "town", "villages": "village", "suburbs": "suburb", "neighborhoods": "suburb", "neighbourhoods": "suburb", "regions": "area",
    "areas": "area",
}  # fmt: skip

WAYS = frozenset({"street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "lane", "drive", "alley"})
"""Last words of names of streets: a street is called after a place that is elsewhere, as a rule."""

SETTLEMENTS = frozenset({"city", "town", "village", "suburb"})

SURE_PREPOSITIONS = frozenset({"in", "near", "outside", "inside", "into", "around", "throughout", "surrounding", "across"})

DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest", "southeast", "southwest",
    "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west", "south-east", "south-west",
    "north-eastern", "north-western", "south-eastern", "south-western", "central", "upper", "lower", "rural",
})  # fmt: skip
"""Adjectives that cut an area out of a place: eastern Aleppo, northern Syria."""

PARTS = frozenset({
    "half", "side", "part", "parts", "outskirts", "countryside", "edge", "edges", "suburbs", "districts", "neighbourhoods", "neighborhoods",
    "sector", "sectors", "quarter", "quarters", "areas", "fringes", "periphery", "north", "south", "east", "west", "northeast",
    "northwest", "southeast", "southwest", "centre", "center", "heart",
})  # fmt: skip
"""Nouns for a part of a place: the western outskirts of Aleppo."""

HEADS = frozenset({
    "airport", "airbase", "airfield", "avenue", "barracks", "base", "bay", "beach", "boulevard", "bridge", "canal", "canyon", "cape",
    "castle", "cathedral", "cemetery", "church", "coast", "county", "crossing", "dam", "delta", "desert", "district", "governorate",
    "gulf", "harbor", "harbour", "heights", "highway", "hill", "hills", "hospital", "hotel", "island", "islands", "jail", "lake",
    "mosque", "mount", "mountain", "mountains", "museum", "oblast", "ocean", "palace", "park", "pass", "peninsula", "plain", "plains",
    "plateau", "port", "prefecture", "prison", "province", "ridge", "river", "road", "roundabout", "sea", "square", "stadium",
    "station", "strait", "street", "temple", "territory", "tunnel", "valley",
})  # fmt: skip
"""Last words of names of places: Metcalfe County, Trafalgar Square."""

EPITHETS = frozenset({
    "besieged", "greater", "downtown", "embattled", "war-torn", "occupied", "liberated", "rebel-held", "government-held", "far", "old",
    "inner", "outer", "nearby", "mainland", "ancient", "historic", "beautiful",
})  # fmt: skip
"""Words before a name that may be written with a capital and are not of it."""

SUFFIXES = frozenset({
    "based", "held", "led", "backed", "born", "controlled", "area", "wide", "style", "bound", "educated", "trained", "made",
    "sponsored", "funded", "supported", "run", "brokered", "owned", "dominated",
})  # fmt: skip
"""What makes an adjective of a name: U.S.-based."""

NO_PLACES = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "christmas", "easter", "ramadan", "eid", "arabic", "english", "french", "russian", "turkish", "kurdish",
    "hebrew", "spanish", "chinese", "german", "persian", "farsi", "congress", "parliament", "twitter", "facebook", "youtube", "telegram",
    "internet", "earth", "god", "secretary", "president", "minister", "court", "senate", "house", "government", "state", "islam",
    "islamic", "sharia", "school", "university", "police", "army", "federal", "national", "central", "supreme", "international", "royal",
    "car", "kill", "town", "village", "area", "areas", "province", "provinces", "countryside", "district", "suburb", "neighbourhood", "neighborhood",
})  # fmt: skip
"""Words in capitals after "in" that are no places, though villages bear some of them."""

PROVINCIAL = frozenset({"governor", "gov", "premier", "senator", "sen", "legislature", "lawmakers", "statehouse"})
"""Offices that a state or province has and a city has not."""

LEADS = frozenset({
    "province", "provinces", "governorate", "city", "town", "towns", "village", "villages", "suburb", "suburbs", "neighborhood",
    "neighbourhood", "oblast",
})  # fmt: skip
"""Nouns that a name of a place alone goes with."""

LOCAL_BODIES = frozenset({
    "police", "sheriff", "fire", "court", "courthouse", "university", "college", "school", "hospital", "clinic", "council", "county",
    "department", "chamber", "library", "museum", "airport", "municipality", "prosecutor", "prosecutors", "garrison", "academy",
})  # fmt: skip
"""Words in names of bodies that are called after the place where they are, however small: the Ashford Police Department."""

OUTLETS = frozenset({
    "times", "post", "news", "tribune", "herald", "gazette", "chronicle", "daily", "press", "journal", "courier", "radio", "tv", "television",
    "newspaper", "magazine", "globe", "wire", "mail", "express", "dispatch", "standard", "independent",
})  # fmt: skip
"""Words in names of outlets: what is told to the Denver Post happened anywhere."""
