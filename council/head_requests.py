"""A HEAD request gets the head of the answer alone, whatever server stands in front."""

from django.http import HttpResponse


def without_body(get_response):
    def respond(request):
        response = get_response(request)
        if request.method != "HEAD":
            return response
        if not response.streaming:
            response.headers.setdefault("Content-Length", f"{len(response.content)}")
            response.content = b""
            return response
        bare = HttpResponse(status=response.status_code, headers=response.headers)
        bare.cookies = response.cookies
        bare._resource_closers.extend(response._resource_closers)  # the file is closed with the answer
        return bare

    return respond
