"""Every address. Ids in addresses are the rows' UUIDs."""

from django.urls import include, path

from interviews.views import (
    account,
    dimension,
    history,
    home,
    impression,
    meeting,
    note,
    sample,
    visit,
)

handler400 = "interviews.views.errors.bad_request"
handler403 = "interviews.views.errors.permission_denied"
handler404 = "interviews.views.errors.not_found"
handler429 = "interviews.views.errors.too_many_requests"  # allauth looks here
handler500 = "interviews.views.errors.server_error"

urlpatterns = [
    path("", home.home, name="home"),
    # visits
    path("visits/", visit.visit_list, name="visit-list"),
    path("visits/new/", visit.visit_create, name="visit-create"),
    path("visits/<uuid:pk>/", visit.visit_detail, name="visit-detail"),
    path("visits/<uuid:pk>/edit/", visit.visit_edit, name="visit-edit"),
    path("visits/<uuid:pk>/move-back/", visit.visit_move_back, name="visit-move-back"),
    path("visits/<uuid:pk>/delete/", visit.visit_delete, name="visit-delete"),
    path("visits/<uuid:pk>/agenda/", meeting.visit_agenda, name="visit-agenda"),
    path("visits/<uuid:pk>/mail/", visit.visit_mail, name="visit-mail"),
    path("visits/<uuid:pk>/mail/<uuid:mail>/delete/", visit.mail_delete, name="mail-delete"),
    # meetings
    path("meetings/<uuid:pk>/", meeting.meeting_detail, name="meeting-detail"),
    path("meetings/<uuid:pk>/edit/", meeting.meeting_edit, name="meeting-edit"),
    path("meetings/<uuid:pk>/status/", meeting.meeting_status, name="meeting-status"),
    path("meetings/<uuid:pk>/delete/", meeting.meeting_delete, name="meeting-delete"),
    path("attendances/<uuid:pk>/", meeting.attendance_remember, name="attendance"),
    # notes
    path("notes/<uuid:pk>/", note.note_detail, name="note-detail"),
    # impressions
    path("visits/<uuid:pk>/impressions/", impression.visit_impressions, name="visit-impressions"),
    path("visits/<uuid:pk>/overall/", impression.visit_overall, name="visit-overall"),
    path("meetings/<uuid:pk>/impressions/", impression.meeting_impression, name="meeting-impression"),
    path("impressions/restore/", impression.impression_restore, name="impression-restore"),
    path("impressions/<uuid:pk>/", impression.impression_edit, name="impression-edit"),
    path("impressions/<uuid:pk>/remove/", impression.impression_remove, name="impression-remove"),
    path("dimensions/", dimension.dimension_list, name="dimension-list"),
    path("dimensions/restore/", dimension.dimension_restore, name="dimension-restore"),
    path("dimensions/<uuid:pk>/", dimension.dimension_edit, name="dimension-edit"),
    path("dimensions/<uuid:pk>/move/", dimension.dimension_move, name="dimension-move"),
    path("dimensions/<uuid:pk>/remove/", dimension.dimension_remove, name="dimension-remove"),
    # history and the sample visits
    path("history/", history.history, name="history"),
    path("sample/", sample.sample_create, name="sample-create"),
    path("sample/remove/", sample.sample_remove, name="sample-remove"),
    path("sample/restore/", sample.sample_restore, name="sample-restore"),
    # accounts
    path("account/", account.account, name="account"),
    path("account/", include("allauth.urls")),
]
