"""The few sentences that Slack's own client says to people, in Danish and English."""

from bot.demo.values import Objection

_SENTENCES = {
    "da": {
        "required": "Feltet skal udfyldes.",
        "email_text_input": "Skriv en gyldig e-mailadresse.",
        "url_text_input": "Skriv en gyldig webadresse.",
        "datepicker": "Vælg en gyldig dato.",
        "number": "Skriv et tal.",
        "whole_number": "Skriv et helt tal.",
        "too_short": "Skriv mindst {limit} tegn.",
        "too_long": "Skriv højst {limit} tegn.",
        "too_small": "Tallet skal være mindst {limit}.",
        "too_large": "Tallet må højst være {limit}.",
        "too_many": "Vælg højst {limit}.",
    },
    "en": {
        "required": "Please complete this required field.",
        "email_text_input": "Please enter a valid email address.",
        "url_text_input": "Please enter a valid URL.",
        "datepicker": "Please choose a valid date.",
        "number": "Please enter a number.",
        "whole_number": "Please enter a whole number.",
        "too_short": "Please write at least {limit} characters.",
        "too_long": "Please write at most {limit} characters.",
        "too_small": "The number must be at least {limit}.",
        "too_large": "The number must be at most {limit}.",
        "too_many": "Please choose at most {limit}.",
    },
}


LANGUAGES = tuple(_SENTENCES)

DELETED = {"da": "Beskeden er slettet.", "en": "This message was deleted."}


def of_objection(language: str, objection: Objection) -> str:
    limit = objection.limit
    if isinstance(limit, float) and limit.is_integer():
        limit = int(limit)
    return _SENTENCES[language][objection.rule].format(limit=limit)
