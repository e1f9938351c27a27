"""The few sentences that the workspace itself says to people, in Danish and English."""

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
        "dispatch_failed": "{command} kunne ikke udføres: appen svarer ikke.",
        "operation_timeout": "{command} kunne ikke udføres: appen svarede ikke i tide.",
        "http_error": "{command} kunne ikke udføres: appen svarede med en fejl.",
        "invalid_command_response": "{command} kunne ikke udføres: appens svar kunne ikke vises.",
        "invalid_command": "{command} er ikke en kommando her.",
        "not_allowed": "Du kan ikke bruge {command} her.",
        "not_supported_in_thread": "{command} kan ikke bruges i en tråd.",
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
        "dispatch_failed": "{command} failed: the app isn't answering.",
        "operation_timeout": "{command} failed: the app didn't answer in time.",
        "http_error": "{command} failed: the app answered with an error.",
        "invalid_command_response": "{command} failed: the app's answer can't be shown.",
        "invalid_command": "{command} isn't a command here.",
        "not_allowed": "You can't use {command} here.",
        "not_supported_in_thread": "{command} can't be used in a thread.",
    },
}


def of_objection(language: str, objection: Objection) -> str:
    limit = objection.limit
    if isinstance(limit, float) and limit.is_integer():
        limit = int(limit)
    return _SENTENCES[language][objection.rule].format(limit=limit)


def of_failure(language: str, code: str, *, command: str) -> str | None:
    """What a person reads when a command failed; None if `code` isn't about commands."""
    sentence = _SENTENCES[language].get(code)
    return sentence.format(command=command) if sentence is not None else None
