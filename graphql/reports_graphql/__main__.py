"""`python -m reports_graphql`: the contract on standard output; `make schema` keeps it in a file."""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from reports_graphql.schema import sdl

    sys.stdout.write(sdl())
