"""Words by which the sides of a war are known: their men, their offices, descriptions that stand for a party."""

from sayso.reading.parsed import Token

WARRING = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
OTHERS = frozenset({"they", "them", "their"})
SENT = frozenset({
    "negotiator", "delegate", "representative", "envoy", "official", "delegation", "leader", "commander", "officer", "emissary", "team", "chief",
})  # fmt: skip
"""Who speaks for several at once: "negotiators for the government and the rebels"."""

STATES_MEN = frozenset({
    "troops", "soldiers", "federal troops", "federal forces", "federal soldiers", "government troops", "government forces", "army", "police",
    "security forces",
})  # fmt: skip
"""Descriptions of a state's men where the state is spoken of: no side beside it."""
WHOSE = frozenset({"its", "their", "his", "her", "our", "my", "whose"})
MEN = frozenset({"fighter", "force", "troop", "soldier", "man", "militant", "unit", "warplane", "jet", "commander", "comrade"})
ALLIES = frozenset({"allies", "ally", "backer", "backers", "supporter", "supporters"})
SIDES = frozenset({"side", "party", "sides", "parties", "delegation", "camp", "faction", "belligerent", "adversary", "rival", "foe", "enemy"})
BOTH = frozenset({"both", "two", "all", "warring", "opposing", "conflicting", "rival", "the", "either", "each", "fighting"})
EACH = frozenset({"both", "either", "each", "two"})
EACH_OF = frozenset({"both", "two"})
"""Words that stand alone for the two sides: "appealed to both", "brought the two together"."""
GENERIC: dict[str, tuple[str, str]] = {
    "rebel": ("rebels", "armed_group"), "opposition": ("opposition", "armed_group"), "insurgent": ("insurgents", "armed_group"),
    "separatist": ("separatists", "armed_group"), "militant": ("militants", "armed_group"), "jihadist": ("jihadists", "armed_group"),
    "guerrilla": ("guerrillas", "armed_group"), "militia": ("militia", "armed_group"), "government": ("government", "government"),
    "regime": ("government", "government"), "loyalist": ("loyalists", "armed_group"), "army": ("army", "military"),
    "islamist": ("Islamists", "armed_group"), "extremist": ("extremists", "armed_group"), "gang": ("gangs", "armed_group"),
}  # fmt: skip
"""Descriptions that stand for a party where no name does."""
SAME = (("rebel", "rebels", "opposition", "insurgent", "resistance"), ("government", "regime", "state", "army", "loyalist"))
"""Words for the same side, the likeliest first."""
RULING = frozenset({"governor", "president", "minister", "premier", "king", "sultan", "emir", "chancellor", "ruler", "mayor", "vice-president"})
COMMANDING = frozenset({"general", "admiral", "colonel", "brigadier", "major", "captain", "lieutenant"})
"""Offices whose bearer stands for a state or its arms where no body is named with him."""
AID = frozenset({"icrc", "cross", "crescent", "un", "aid", "humanitarian", "relief", "monitors", "observers", "inspectors"})
ARMS = frozenset({"army", "liberation", "militia", "brigade", "brigades", "fighters", "guerrillas", "battalion", "resistance", "defenders"})
"""Words in the name of a body or a party that say that it bears arms."""
GROUPS = frozenset({"armed_group", "coalition"})
THE_MEN = frozenset({"fighters", "insurgents", "militants", "gunmen", "guerrillas", "kidnappers", "terrorists", "jihadists", "men"})
"""What a group's own men are called beside its name."""
CAPTORS = frozenset({"men", "man", "people", "youths", "attackers", "abductors", "assailants", "hijackers", "robbers"})
"""Who abducts somebody bears arms, whatever else he is called."""
THE_GROUP = frozenset({"rebels", "separatists", "groups", "militia"})
"""What a group itself is called where it is the only one that has a name."""
LEADING = 4
"""Only a party among so many of the most mentioned sides is taken to have an unnamed opponent."""
LONGEST_NAME = 5
"""Longer descriptions do not lend their words as names."""
OF_OFFICES = frozenset("air defence defense foreign interior ministry national security media general united state states joint special".split())
"""Words of names that alone name nobody: an air strike is not the air force's."""
WHICH_ONES = frozenset("main local largest biggest other several many new former last own northern southern eastern western central".split())
"""Words in a description that tell which ones are meant, and name nobody."""
FLYING = frozenset({"jet", "plane", "aircraft", "bomber", "pilot", "squadron", "helicopter", "warplane"})
OF_THE_VICTIM = frozenset({
    "capture", "arrest", "abduction", "murder", "death", "killing", "detention", "kidnapping", "assassination", "execution", "imprisonment",
    "expulsion", "deportation", "conviction", "slaying", "beheading", "jailing", "disappearance", "hanging", "displacement", "ouster", "eviction",
    "torture", "beating", "captivity", "rape", "lynching", "incarceration", "internment", "release", "freeing", "liberation", "acquittal",
    "repatriation", "custody", "apprehension",
})  # fmt: skip
"""Deeds whose owner is whom they befall: "his capture", "the minister's assassination"."""

OF_THE_JUDGED = frozenset({
    "condemnation", "denunciation", "criticism", "censure", "rebuke", "praise", "endorsement", "recognition", "indictment", "mockery",
})  # fmt: skip
"""Of whom they are is who is judged, not who judges: "condemnation of the junta"."""


def stands_for_sides(word: Token) -> bool:
    """Whether "both" or "the two" stands alone; a bare "two" goes on counting: "emptied nine of the lorries and set two on fire"."""
    return all(c.lower_ == "the" for c in word.children) and (word.lower_ == "both" or any(True for _ in word.children))
