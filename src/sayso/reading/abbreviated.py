"""Short forms of states and provinces, as newspapers write them behind a town: "Newark, N.J."."""

_NEWSPAPERS = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado", "Conn": "Connecticut",
    "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Kans": "Kansas",
    "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan", "Minn": "Minnesota",
    "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska", "Nev": "Nevada", "N.H": "New Hampshire",
    "N.J": "New Jersey", "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina", "N.D": "North Dakota", "Okla": "Oklahoma",
    "Ore": "Oregon", "Pa": "Pennsylvania", "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota", "Tenn": "Tennessee",
    "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "W.Va": "West Virginia", "Wis": "Wisconsin",
    "Wyo": "Wyoming", "B.C": "British Columbia", "Alta": "Alberta", "Sask": "Saskatchewan", "Man": "Manitoba", "Ont": "Ontario",
    "Que": "Quebec", "N.B": "New Brunswick", "N.S": "Nova Scotia", "P.E.I": "Prince Edward Island", "Nfld": "Newfoundland and Labrador",
    "N.L": "Newfoundland and Labrador", "N.W.T": "Northwest Territories", "NSW": "New South Wales", "Qld": "Queensland",
    "QLD": "Queensland", "Vic": "Victoria", "Tas": "Tasmania",
}  # fmt: skip
"""Newspapers' short forms of states and provinces, without the last full stop."""

ALONE = frozenset({"B.C", "NSW", "N.J", "N.Y", "N.C", "S.C", "N.H", "N.M", "W.Va", "P.E.I", "N.W.T", "QLD"})
"""Short forms that need no town before them."""

_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut",
    "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming", "BC": "British Columbia", "ON": "Ontario", "QC": "Quebec", "AB": "Alberta",
}  # fmt: skip
"""Postal codes of states and provinces, taken as such after a town and a comma only."""


LONGEST = 5
"""Characters of the longest short form, its full stop included."""


def full(word: str) -> str | None:
    """The name of the state or province that a word stands for: "Ky.", "KY"; None for another word."""
    if len(word) > LONGEST or not word[:1].isupper():
        return None
    bare = word.rstrip(".")
    return _NEWSPAPERS.get(bare) or _POSTAL.get(bare)
