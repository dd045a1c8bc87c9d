"""Guards on texts that come in and go out."""

from .guard import Guard

ADDRESSES = "tests/reports/core/text/test_addresses.py"
OUTGOING = "tests/cms/frontend/test_outgoing_addresses.py"
SITE = "tests/reports/content/validation/test_site_addresses.py"
FIGURES = "tests/reports/core/figures/test_corpus.py"
NESTED = "tests/reports/content/blocks/test_nested_values.py"

TEXTS = [
    Guard(
        "schemes of addresses that leave",
        "reports/core/text/addresses.py",
        'return address if is_safe(address) else ""',
        "return address",
        OUTGOING,
        "stored_address",
    ),
    Guard(
        "hosts without a scheme",
        "reports/core/text/addresses.py",
        ' or address.startswith("//")',
        "",
        ADDRESSES,
    ),
    Guard(
        "addresses of links in rich text",
        "reports/core/text/rich_text.py",
        "attribute_filter=checked_attribute,",
        "",
        ADDRESSES,
        "rich_text",
    ),
    Guard(
        "formulas in CSV",
        "cms/frontend/csv_files.py",
        'return f"\'{text}" if begins and not NUMBER.fullmatch(text) else text',
        "return text",
        OUTGOING,
        "csv",
    ),
    Guard(
        "the length of texts in tables",
        "reports/content/tables/block.py",
        "        refuse_long(table)\n",
        "",
        SITE,
        "too_long",
    ),
    Guard(
        "links that lead nowhere, in rich text",
        "reports/content/blocks/words.py",
        "site_addresses.clean_links(value.source)",
        "value.source",
        SITE,
        "posts",
    ),
    Guard(
        "links of notes",
        "reports/content/tables/block.py",
        "site_addresses.clean_links(sanitise_html(row.note))",
        "row.note",
        SITE,
        "posts",
    ),
    Guard(
        "tables that are nested deep",
        "reports/core/document/table.py",
        '    except RecursionError:\n        return ""\n',
        '    except ValueError:\n        return ""\n',
        NESTED,
        "too_deep_to_be_written",
        breaks=True,
    ),
    Guard(
        "rich text that cannot be read",
        "reports/content/wagtail_patches/unreadable_rich_text.py",
        "except Exception as cause:",
        "except OSError as cause:",
        NESTED,
        "malformed",
        breaks=True,
    ),
    Guard(
        "linear patterns of links",
        "reports/checks/rules/sections.py",
        r"\s*+(?:,|et|ou|à|-|and|or|to)?+\s*+(?:\d[\d., ]*+)?",
        r"\s*(?:,|et|ou|à|-|and|or|to)?\s*(?:\d[\d., ]*)?",
        "tests/patterns",
        "in_time",
    ),
    Guard(
        "brackets around a number that may be the mark of a note",
        "reports/core/figures/reading.py",
        "return not (written.isdigit() or is_section)",
        "return True",
        FIGURES,
        "fr",
    ),
    Guard(
        "a dash before a number that may open the item of a list",
        "reports/core/figures/phrase.py",
        "return figure.qualifier is Qualifier.CHANGE and has_words and not is_rate",
        "return False",
        FIGURES,
        "fr",
    ),
]
