"""Only a text that is clearly in another language is taken to be so."""

import pytest

from sayso.intake.language import guess_language, name_of

OTHERS = {
    "ar": "قال المتحدث باسم القوات إن القتال في شمال البلاد قد استؤنف يوم الاثنين بعد ليلة من الهدوء.",
    "ru": "Представитель коалиции заявил в понедельник, что бои на севере страны возобновились после спокойной ночи.",
    "uk": "Речник коаліції заявив у понеділок, що бої на півночі країни відновилися після спокійної ночі, її слова цитує агенція.",
    "es": "El portavoz de la coalición dijo el lunes que los combates en el norte del país se reanudaron después de una noche de calma y que las "
    "familias de la ciudad fueron llevadas a un campamento por los equipos de rescate, según el gobierno.",
    "de": "Der Sprecher der Koalition sagte am Montag, dass die Kämpfe im Norden des Landes nach einer ruhigen Nacht wieder begonnen haben und "
    "dass die Familien aus der Stadt in ein Lager gebracht wurden, das von den Helfern nicht weit von der Grenze errichtet wurde.",
    "tr": "Koalisyon sözcüsü pazartesi günü ülkenin kuzeyinde çatışmaların sakin bir geceden sonra yeniden başladığını ve ailelerin bir kampa "
    "götürüldüğünü söyledi. Bu haber için bir yetkili daha fazla bilgi vermedi ancak olayın çok ciddi olduğu ve bu bölgede devam ettiği bildirildi.",
}


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_other_languages_are_recognised(code: str) -> None:
    assert guess_language(OTHERS[code]) == code
    assert name_of(code) != name_of(None)


@pytest.mark.parametrize(
    "text",
    [
        "Le porte-parole a declare lundi que les combats ont repris apres une nuit de calme pres du village.",
        "L'armee a bombarde hier soir plusieurs quartiers de Darwan, tuant trois civils, a annonce l'observatoire. Des habitants ont fui vers l'est.",
    ],
)
def test_french_without_its_accents_is_french(text: str) -> None:
    assert guess_language(text) == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rebels left Darwan.",
        "Les rebelles quittent la ville.",
        "the army said its troops had taken the hill and that two of its men were killed in the fighting near the river on tuesday",
        "General Karim Saleh, General Omar Haddad, Colonel Sami Nasser. " * 30,
        "aaa " * 10_000,
        "Los Angeles, El Salvador and La Paz: the de la Cruz family fled from Las Palmas to Rio de Janeiro on Monday.",
        "The minister spoke in Arabic: " + OTHERS["ar"][:40] + " he told the crowd that the road to the north would be open by the week's end.",
    ],
)
def test_short_odd_and_mixed_texts_count_as_english(text: str) -> None:
    assert guess_language(text) == "en"
