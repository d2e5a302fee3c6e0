"""The description of the API is tried against its answers."""

from functools import cache as cache_of_one

import pytest
import schemathesis
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings

from meetings.public.api.openapi import description

schema = schemathesis.openapi.from_dict(description("http://localhost"))
schema.app = lambda environ, start_response: _application()(environ, start_response)
_application = cache_of_one(WSGIHandler)
EXAMPLES = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def described(posted, monkeypatch):
    monkeypatch.setattr("meetings.public.rate_limit._count", lambda key: 0)
    cache.clear()
    for signal in (request_started, request_finished):  # the connection of the test stays open
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@EXAMPLES
def test_every_answer_is_as_described(case, described):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


@pytest.mark.parametrize(
    "path",
    [
        "/api/",
        "/api/bodies",
        "/api/meetings",
        "/api/meetings?modified_since=2000-01-01",
        "/api/meetings/2021-01",
        "/api/directives",
        "/api/directives/2021-01-1",
        "/api/organizations",
        "/api/organizations/uy-ban-mttq-viet-nam-quan",
    ],
)
def test_the_answers_that_matter_are_as_described(client, described, path):
    import jsonschema_rs

    bare = path.partition("?")[0]
    templates = {"2021-01": "{name}", "2021-01-1": "{reference}", "uy-ban-mttq-viet-nam-quan": "{slug}"}
    head, _, last = bare.rpartition("/")
    document = description("http://testserver")
    operation = document["paths"][f"{head}/{templates.get(last, last)}"]["get"]
    wanted = operation["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**wanted, "components": document["components"]}
    jsonschema_rs.validator_for(whole, validate_formats=True).validate(client.get(path).json())
