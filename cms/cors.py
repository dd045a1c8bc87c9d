from corsheaders.middleware import CorsMiddleware
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
        return super().add_response_headers(request, response)
