from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "interviews"
    verbose_name = "Second Look"
    default_auto_field = "django.db.models.BigAutoField"
