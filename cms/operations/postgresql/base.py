"""The database backend `cms.operations.postgresql`, in the module that Django loads for it."""

from typing import Any

from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base

from cms.operations.postgresql.pool import build_pool


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend, with a pool that recovers as soon as the server is back."""

    @property
    def pool(self) -> Any:
        """Return the connection pool of this process.

        Django's own pool would test a connection by a statement in each request, and would be slow
        to notice that all its connections are dead.
        """
        options = self.settings_dict["OPTIONS"].get("pool")
        if self.alias == NO_DB_ALIAS or not options:
            return None
        pools: dict[str, Any] = self._connection_pools  # type: ignore[attr-defined]
        if self.alias not in pools:
            parameters = {**self.get_connection_params(), "autocommit": True}
            configure = self._configure_connection  # type: ignore[attr-defined]
            # setdefault, because another thread may have been quicker
            pools.setdefault(self.alias, build_pool(parameters, configure, **options))
        return pools[self.alias]
