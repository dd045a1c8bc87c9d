# The image of a node: the wheel and its pinned packages, in an unprivileged account. Nothing is
# written below /opt/bilan when it runs: the root may be read-only, VAR and /tmp may not. Its
# pg_dump is of PostgreSQL 17.
FROM python:3.11-slim-trixie AS build
WORKDIR /src
COPY requirements requirements
RUN python -m venv /opt/bilan \
    && /opt/bilan/bin/pip install --no-cache-dir --require-hashes -r requirements/production.txt
COPY . .
RUN /opt/bilan/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation -w /wheels . \
    && /opt/bilan/bin/pip install --no-cache-dir --no-deps /wheels/*.whl \
    && STATIC_ROOT=/opt/bilan/static DJANGO_SETTINGS_MODULE=cms.settings.collecting \
       /opt/bilan/bin/bilan collectstatic --noinput -v 0

FROM python:3.11-slim-trixie
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-dejavu-core postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/bilan bilan
COPY --from=build /opt/bilan /opt/bilan
ENV PATH=/opt/bilan/bin:$PATH \
    DJANGO_SETTINGS_MODULE=cms.settings.production \
    STATIC_ROOT=/opt/bilan/static \
    VAR=/var/lib/bilan \
    MALLOC_ARENA_MAX=1 \
    WEB_THREADS=8 \
    PYTHONDONTWRITEBYTECODE=1
USER bilan
WORKDIR /var/lib/bilan
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--http", "1", \
     "--workers", "1", "--blocking-threads", "8", "--no-ws", "--respawn-failed-workers", \
     "--log-level", "error", "cms.wsgi:application"]
