"""Every address. Ids in addresses are the rows' UUIDs."""

from django.urls import include, path

from interviews.views import (
    account,
    agenda,
    answer,
    application,
    asked,
    calendar,
    company,
    comparison,
    coverage,
    day_sheet,
    decision,
    dimension,
    expense,
    health,
    history,
    home,
    impression,
    letter,
    letter_template,
    marked,
    meeting,
    must_have,
    note,
    now,
    offline,
    person,
    prepare,
    quality,
    question,
    reminder,
    removal,
    revision,
    sample,
    security,
    share,
    source,
    task,
    trash,
    unplanned,
    visit,
)

handler400 = "interviews.views.errors.bad_request"
handler403 = "interviews.views.errors.permission_denied"
handler404 = "interviews.views.errors.not_found"
handler429 = "interviews.views.errors.too_many_requests"  # allauth looks here
handler500 = "interviews.views.errors.server_error"

urlpatterns = [
    # first, for patterns are tried in order and nothing is asked for more often than a save
    path("notes/<uuid:pk>/", note.note_detail, name="note-detail"),
    path("", home.home, name="home"),
    path("now/", now.now, name="now"),
    # visits
    path("visits/", visit.visit_list, name="visit-list"),
    path("visits/new/", visit.visit_create, name="visit-create"),
    path("visits/new/shared/", share.agenda_shared, name="agenda-shared"),
    path("visits/new/agenda/", agenda.agenda_read, name="agenda-read"),
    path("visits/new/agenda/<uuid:pk>/", agenda.agenda_preview, name="agenda-preview"),
    path("visits/<uuid:pk>/", visit.visit_detail, name="visit-detail"),
    path("visits/<uuid:pk>/edit/", visit.visit_edit, name="visit-edit"),
    path("visits/<uuid:pk>/move-back/", visit.visit_move_back, name="visit-move-back"),
    path("visits/<uuid:pk>/delete/", visit.visit_delete, name="visit-delete"),
    path("visits/<uuid:pk>/agenda/", meeting.visit_agenda, name="visit-agenda"),
    path("visits/<uuid:pk>/day-sheet/", day_sheet.day_sheet, name="day-sheet"),
    path("visits/<uuid:pk>/import/", agenda.agenda_import, name="agenda-import"),
    path("visits/<uuid:pk>/import/<uuid:mail>/", agenda.agenda_changes, name="agenda-changes"),
    path("visits/<uuid:pk>/marks/", marked.visit_marks, name="visit-marks"),
    path("visits/<uuid:pk>/mail/", visit.visit_mail, name="visit-mail"),
    path("visits/<uuid:pk>/mail/<uuid:mail>/undo/", agenda.agenda_undo, name="agenda-undo"),
    path("visits/<uuid:pk>/mail/<uuid:mail>/delete/", visit.mail_delete, name="mail-delete"),
    path("visits/<uuid:pk>/calendar.ics", calendar.visit_calendar, name="visit-calendar"),
    path("visits/<uuid:pk>/people.vcf", calendar.visit_cards, name="visit-cards"),
    # the preparation of a visit
    path("visits/<uuid:pk>/prepare/", prepare.visit_prepare, name="visit-prepare"),
    path("visits/<uuid:pk>/prepare/unknown/", prepare.prepare_unknown, name="prepare-unknown"),
    path("visits/<uuid:pk>/prepare/first-interview/", prepare.prepare_first, name="prepare-first"),
    path(
        "visits/<uuid:pk>/prepare/logistics/", prepare.prepare_logistics, name="prepare-logistics"
    ),
    path("visits/<uuid:pk>/prepare/tasks/<uuid:task>/", task.task_edit, name="task-edit"),
    path("visits/<uuid:pk>/prepare/tasks/<uuid:task>/done/", task.task_done, name="task-done"),
    path("visits/<uuid:pk>/prepare/tasks/<uuid:task>/move/", task.task_move, name="task-move"),
    path(
        "visits/<uuid:pk>/prepare/tasks/<uuid:task>/remove/", task.task_remove, name="task-remove"
    ),
    path(
        "visits/<uuid:pk>/prepare/qualities/", quality.prepare_qualities, name="prepare-qualities"
    ),
    path(
        "visits/<uuid:pk>/prepare/qualities/<uuid:quality>/",
        quality.quality_edit,
        name="quality-edit",
    ),
    path(
        "visits/<uuid:pk>/prepare/qualities/<uuid:quality>/remove/",
        quality.quality_remove,
        name="quality-remove",
    ),
    path("visits/<uuid:pk>/prepare/sources/", source.prepare_sources, name="prepare-sources"),
    path(
        "visits/<uuid:pk>/prepare/sources/<uuid:source>/",
        source.source_edit,
        name="source-edit",
    ),
    path(
        "visits/<uuid:pk>/prepare/sources/<uuid:source>/remove/",
        source.source_remove,
        name="source-remove",
    ),
    path("visits/<uuid:pk>/prepare/expenses/", expense.prepare_expenses, name="prepare-expenses"),
    path(
        "visits/<uuid:pk>/prepare/expenses/<uuid:expense>/",
        expense.expense_edit,
        name="expense-edit",
    ),
    path(
        "visits/<uuid:pk>/prepare/expenses/<uuid:expense>/remove/",
        expense.expense_remove,
        name="expense-remove",
    ),
    path(
        "visits/<uuid:pk>/prepare/expenses/<uuid:expense>/state/",
        expense.expense_state,
        name="expense-state",
    ),
    path("removed/restore/", removal.removed_restore, name="removed-restore"),
    # meetings
    path("meetings/<uuid:pk>/", meeting.meeting_detail, name="meeting-detail"),
    path("meetings/<uuid:pk>/edit/", meeting.meeting_edit, name="meeting-edit"),
    path("meetings/<uuid:pk>/status/", meeting.meeting_status, name="meeting-status"),
    path("meetings/<uuid:pk>/delete/", meeting.meeting_delete, name="meeting-delete"),
    path("meetings/<uuid:pk>/calendar.ics", calendar.meeting_calendar, name="meeting-calendar"),
    path("meetings/<uuid:pk>/someone/", unplanned.meeting_someone, name="meeting-someone"),
    path("visits/<uuid:pk>/unplanned/", unplanned.visit_unplanned, name="visit-unplanned"),
    path("attendances/<uuid:pk>/", meeting.attendance_remember, name="attendance"),
    # notes
    path("notes/<uuid:pk>/revisions/", revision.note_revisions, name="note-revisions"),
    path("revisions/<uuid:pk>/restore/", revision.note_restore, name="note-restore"),
    # impressions
    path("visits/<uuid:pk>/impressions/", impression.visit_impressions, name="visit-impressions"),
    path("visits/<uuid:pk>/overall/", impression.visit_overall, name="visit-overall"),
    path(
        "meetings/<uuid:pk>/impressions/",
        impression.meeting_impression,
        name="meeting-impression",
    ),
    path("impressions/restore/", impression.impression_restore, name="impression-restore"),
    path("impressions/<uuid:pk>/", impression.impression_edit, name="impression-edit"),
    path("impressions/<uuid:pk>/remove/", impression.impression_remove, name="impression-remove"),
    path("dimensions/", dimension.dimension_list, name="dimension-list"),
    path("dimensions/usual/", dimension.dimension_usual, name="dimension-usual"),
    path("dimensions/restore/", dimension.dimension_restore, name="dimension-restore"),
    path("dimensions/<uuid:pk>/", dimension.dimension_edit, name="dimension-edit"),
    path("dimensions/<uuid:pk>/move/", dimension.dimension_move, name="dimension-move"),
    path("dimensions/<uuid:pk>/remove/", dimension.dimension_remove, name="dimension-remove"),
    # letters
    path("visits/<uuid:pk>/letters/", letter.visit_letters, name="visit-letters"),
    path(
        "visits/<uuid:pk>/letters/everyone/", letter.letters_for_everyone, name="letters-everyone"
    ),
    path("visits/<uuid:pk>/letters/each/", letter.letters_for_each, name="letters-each"),
    path("visits/<uuid:pk>/letters/<uuid:person>/", letter.letter_write, name="letter-write"),
    path("visits/<uuid:pk>/letters/<uuid:person>/skip/", letter.letter_skip, name="letter-skip"),
    path("letters/<uuid:pk>/", letter.letter_send, name="letter-send"),
    path("letters/<uuid:pk>/sent/", letter.letter_sent, name="letter-sent"),
    path("letters/<uuid:pk>/reopen/", letter.letter_reopen, name="letter-reopen"),
    path("letters/<uuid:pk>/letter.eml", letter.letter_file, name="letter-file"),
    path("letters/<uuid:pk>/print/", letter.letter_print, name="letter-print"),
    path("letters/templates/", letter_template.letter_templates, name="letter-templates"),
    path(
        "letters/templates/new/",
        letter_template.letter_template_create,
        name="letter-template-create",
    ),
    path("letters/templates/<uuid:pk>/", letter_template.letter_template, name="letter-template"),
    path(
        "letters/templates/<uuid:pk>/delete/",
        letter_template.letter_template_delete,
        name="letter-template-delete",
    ),
    # the wait and the decision
    path("visits/<uuid:pk>/decision/", decision.visit_decision, name="visit-decision"),
    path("visits/<uuid:pk>/inquiries/", answer.inquiry_create, name="inquiry-create"),
    path("calls/new/", answer.call_create, name="call-create"),
    path("answers/<str:kind>/<uuid:pk>/", answer.answer_edit, name="answer-edit"),
    path("answers/<str:kind>/<uuid:pk>/remove/", answer.answer_remove, name="answer-remove"),
    # questions: mine, and what I was asked
    path("visits/<uuid:pk>/questions/", coverage.visit_questions, name="visit-questions"),
    path("meetings/<uuid:pk>/questions/", coverage.meeting_questions, name="meeting-questions"),
    path("planned/<uuid:pk>/", coverage.planned_question, name="planned-question"),
    path("visits/<uuid:pk>/asked/", asked.visit_asked, name="visit-asked"),
    path("meetings/<uuid:pk>/asked/", asked.meeting_asked, name="meeting-asked"),
    path("meetings/<uuid:pk>/asked/like/", asked.asked_like, name="asked-like"),
    path("asked/", asked.asked_list, name="asked-list"),
    path("asked/restore/", asked.asked_restore, name="asked-restore"),
    path("asked/<uuid:pk>/", asked.asked_edit, name="asked-edit"),
    path("asked/<uuid:pk>/same/", asked.asked_same, name="asked-same"),
    path("asked/<uuid:pk>/remove/", asked.asked_remove, name="asked-remove"),
    path("questions/", question.question_list, name="question-list"),
    path("questions/retire/", question.question_retire, name="question-retire"),
    path("questions/restore/", question.question_restore, name="question-restore"),
    path("questions/<uuid:pk>/", question.question_edit, name="question-edit"),
    # history and the sample visits
    path("history/", history.history, name="history"),
    path("compare/", comparison.comparison, name="compare"),
    path("sample/", sample.sample_create, name="sample-create"),
    path("sample/remove/", sample.sample_remove, name="sample-remove"),
    path("sample/restore/", sample.sample_restore, name="sample-restore"),
    # companies
    path("companies/", company.company_list, name="company-list"),
    path("companies/new/", company.company_create, name="company-create"),
    path("companies/<uuid:pk>/", company.company_detail, name="company-detail"),
    path("companies/<uuid:pk>/edit/", company.company_edit, name="company-edit"),
    path("companies/<uuid:pk>/delete/", company.company_delete, name="company-delete"),
    # applications
    path(
        "companies/<uuid:pk>/applications/new/",
        application.application_create,
        name="application-create",
    ),
    path("applications/<uuid:pk>/", application.application_detail, name="application-detail"),
    path("applications/<uuid:pk>/edit/", application.application_edit, name="application-edit"),
    path("applications/<uuid:pk>/roles/", application.application_roles, name="application-roles"),
    path(
        "applications/<uuid:pk>/delete/", application.application_delete, name="application-delete"
    ),
    path(
        "applications/<uuid:pk>/must-haves/new/",
        must_have.must_have_create,
        name="must-have-create",
    ),
    path("must-haves/restore/", must_have.must_have_restore, name="must-have-restore"),
    path("must-haves/<uuid:pk>/", must_have.must_have_edit, name="must-have-edit"),
    path("must-haves/<uuid:pk>/met/", must_have.must_have_met, name="must-have-met"),
    path("must-haves/<uuid:pk>/remove/", must_have.must_have_remove, name="must-have-remove"),
    # people
    path("people/", person.person_list, name="person-list"),
    path("people/new/", person.person_create, name="person-create"),
    path("people/<uuid:pk>/", person.person_detail, name="person-detail"),
    path("people/<uuid:pk>/edit/", person.person_edit, name="person-edit"),
    path("people/<uuid:pk>/merge/", person.person_merge, name="person-merge"),
    path("people/<uuid:pk>/delete/", person.person_delete, name="person-delete"),
    path("people/<uuid:pk>/card.vcf", calendar.person_card, name="person-card"),
    # trash
    path("trash/", trash.trash, name="trash"),
    path("trash/<str:kind>/<uuid:pk>/restore/", trash.trash_restore, name="trash-restore"),
    # probes
    path("health/live/", health.live, name="health-live"),
    path("health/ready/", health.ready, name="health-ready"),
    # without a network
    path("service-worker.js", offline.service_worker, name="service-worker"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("offline/", offline.offline, name="offline"),
    path("offline/pages/", offline.offline_pages, name="offline-pages"),
    path("offline/visits/<uuid:pk>/", offline.offline_meeting, name="offline-meeting"),
    # calendars
    path("calendar/<str:token>.ics", calendar.calendar_feed, name="calendar-feed"),
    path("account/calendar/", calendar.account_calendar, name="account-calendar"),
    path("account/calendar/address/", calendar.feed_renew, name="feed-renew"),
    path("account/calendar/end/", calendar.feed_revoke, name="feed-revoke"),
    # reminders
    path("account/reminders/", reminder.account_reminders, name="account-reminders"),
    path("account/reminders/stop/<str:token>/", reminder.reminders_stop, name="reminders-stop"),
    # accounts
    path("account/", account.account, name="account"),
    path("account/security/", security.security, name="account-security"),
    path("account/sessions/end/", security.sessions_end, name="account-sessions-end"),
    path("account/delete/", security.account_delete, name="account-delete"),
    path("account/export/", security.account_export, name="account-export"),
    path("account/deleted/", security.account_deleted, name="account-deleted"),
    # allauth's own lists are on the page above, and its log-in by passkey is for everybody
    path("account/2fa/", security.to_security, name="mfa_index"),
    path("account/2fa/webauthn/", security.to_security, name="mfa_list_webauthn"),
    path("account/2fa/webauthn/login/", security.passkey_login, name="mfa_login_webauthn"),
    path("account/sessions/", security.to_security, name="usersessions_list"),
    path("account/", include("allauth.urls")),
]
