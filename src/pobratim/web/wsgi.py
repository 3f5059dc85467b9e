"""The application for any WSGI server; `pobratim serve` runs it under waitress."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
