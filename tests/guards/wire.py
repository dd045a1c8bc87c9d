"""Guards on slow senders, on where messages go, and on absent addresses."""

from .guard import Guard

WEBHOOKS = "reports/publishing/webhooks"
SLOW = "tests/reports/publishing/webhooks/test_slow_receivers.py"
NETWORKS = "tests/reports/publishing/webhooks/test_networks.py"
BODIES = "tests/cms/http/test_body_admission.py"
TITLES = "tests/reports/content/wagtail_patches/test_draft_titles.py"
MALFORMED = "tests/cms/http/test_malformed_requests.py"

WIRE = [
    Guard(
        "one deadline for an exchange",
        f"{WEBHOOKS}/deadline.py",
        "        self.timer.start()\n",
        "",
        SLOW,
    ),
    Guard(
        "a deadline that holds in the handshake",
        f"{WEBHOOKS}/deadline.py",
        "self.handles.append(connection.dup())",
        "self.handles.append(connection)",
        SLOW,
        "handshake",
    ),
    Guard(
        "public addresses of IPv6",
        f"{WEBHOOKS}/networks.py",
        "if isinstance(address, ipaddress.IPv6Address) and address not in GLOBAL_UNICAST:",
        "if False:",
        NETWORKS,
    ),
    Guard(
        "private networks behind a translator",
        f"{WEBHOOKS}/networks.py",
        "    if within is not None and not is_allowed(str(within)):\n        return False\n",
        "",
        NETWORKS,
    ),
    Guard(
        "letters that a search has when it is folded",
        "graphql/reports_graphql/search_field.py",
        " or len(fold_accents(query)) > MAX_QUERY_CHARACTERS",
        "",
        "tests/reports_graphql/test_search.py",
        "too_much",
    ),
    Guard(
        "a rate of their own for absent addresses",
        "cms/http/rates.py",
        "        if response.status_code != NOT_FOUND:\n            count_page(request)\n",
        "        count_page(request)\n",
        "tests/cms/http/test_rates.py",
        "absences",
    ),
    Guard(
        "a flood that is refused before a look-up",
        "cms/http/rates.py",
        '"lookup", multiply(settings.PAGES_RATE), 1',
        '"lookup", "", 1',
        "tests/cms/http/test_rates.py",
        "flood",
    ),
    Guard(
        "threads that read bodies, half of them",
        "cms/http/body_admission.py",
        "            self.places.take()\n",
        "            pass\n",
        BODIES,
        "form_is_refused or its_form",
        breaks=True,
    ),
    Guard(
        "a rate before a body is read",
        "cms/http/body_admission.py",
        "            self.count_request(environment)\n",
        "",
        BODIES,
        "counted_before",
        breaks=True,
    ),
    Guard(
        "a turn for what is refused before its body is read",
        "cms/http/body_admission.py",
        "            with process_turns().take():  #",
        "            if True:  #",
        BODIES,
        "told_in_turn",
    ),
    Guard(
        "a place for a body that is given back",
        "cms/http/body_admission.py",
        "            give_back()\n",
        "            pass\n",
        BODIES,
        "given_back or as_soon",
    ),
    Guard(
        "a body that is refused and not read before Django",
        "cms/http/body_admission.py",
        '            environment["wsgi.input"] = BytesIO()\n',
        "",
        BODIES,
        "its_form",
    ),
    Guard(
        "titles of drafts in choosers",
        "reports/authoring/pages/page_choosers.py",
        "require_admin_access(with_known_titles(view))",
        "require_admin_access(view)",
        TITLES,
    ),
    Guard(
        "external links that name no draft",
        "cms/settings/base.py",
        'WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "none"\n',
        "",
        TITLES,
    ),
    Guard(
        "requests to the admin that nobody can read",
        "cms/settings/base.py",
        '    "cms.http.malformed_requests.MalformedRequestMiddleware",\n',
        "",
        MALFORMED,
        "what_is_answered",
    ),
]
