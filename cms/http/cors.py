from corsheaders.middleware import CorsMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class SparingCorsMiddleware(CorsMiddleware):
    """django-cors-headers, which reads and writes nothing where a request names no origin.

    It would make all headers of each request, a tenth of what an answer costs that is kept. The
    answers that may be kept say by themselves that they vary.
    """

    def add_response_headers(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if "HTTP_ORIGIN" not in request.META and "origin" in response.headers.get("Vary", ""):
            return response
        response = super().add_response_headers(request, response)
        if request.path_info.startswith(settings.MEDIA_URL):
            forget_variations(response)
        return response


def forget_variations(response: HttpResponseBase) -> None:
    """Say of a public picture that it is the same in every language and for every origin.

    Caches would keep a copy for each. Where the operator names origins, the answer names the one
    that asks, and does vary.
    """
    if response.get("Cache-Control", "").startswith("public"):
        del response["Vary"]
        if not settings.CORS_ALLOW_ALL_ORIGINS:
            response["Vary"] = "origin"
