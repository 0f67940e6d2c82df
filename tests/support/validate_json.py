"""Validates JSON documents: validate_json.py SCHEMA FILE... A file may hold several, one after the other.

With --only MEMBER documents that lack the member are passed over. Prints the number of documents that are valid; what is wrong goes to stderr and gives exit code 1.
"""
import json
import sys

import jsonschema


def documents(text):
    decoder = json.JSONDecoder()
    at = 0
    while at < len(text):
        if text[at] in "{[":
            document, at = decoder.raw_decode(text, at)
            yield document
        else:  # what another command of a golden case printed
            end = text.find("\n", at)
            at = len(text) if end < 0 else end + 1


def main(arguments):
    only = None
    if arguments[0] == "--only":
        only = arguments[1]
        arguments = arguments[2:]
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    valid = 0
    faults = []
    for name in arguments[1:]:
        with open(name, encoding="utf-8-sig") as file:
            for document in documents(file.read()):
                if only and (not isinstance(document, dict) or only not in document):
                    continue
                errors = sorted(validator.iter_errors(document), key=lambda error: list(map(str, error.path)))
                if not errors:
                    valid += 1
                for error in errors[:3]:
                    for cause in [error] + sorted(error.context or [], key=jsonschema.exceptions.relevance)[-3:]:
                        faults.append("%s: %s: %s" % (name, "/".join(map(str, cause.absolute_path)), cause.message[:300]))
    print(valid)
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
