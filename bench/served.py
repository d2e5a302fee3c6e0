"""The site as gunicorn serves it, and beside it a view that does nothing, to measure by."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
application = get_wsgi_application()

from django.http import HttpResponse
from django.urls import path

from council import urls

urls.urlpatterns.insert(0, path("trong/", lambda request: HttpResponse("")))
