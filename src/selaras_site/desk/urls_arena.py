"""
Addresses of the desk: arena.
"""

from django.urls import URLPattern, path

from selaras_site.desk import arena, arena_moves, arena_votes

urlpatterns: list[URLPattern] = [
    path("arena/", arena.ArenaPage.as_view(), name="arena"),
    path("arena/<int:pk>/", arena.TrialPage.as_view(), name="trial"),
    path(
        "arena/<int:pk>/progress/",
        arena.TrialProgress.as_view(),
        name="trial_progress",
    ),
    path(
        "arena/<int:pk>/serve/", arena_moves.ServeLanguage.as_view(), name="trial_serve"
    ),
    path("arena/<int:pk>/vote/", arena_votes.VotePage.as_view(), name="trial_vote"),
    path(
        "arena/routes/<slug:language>/undo/",
        arena_moves.UndoRoute.as_view(),
        name="route_undo",
    ),
    path(
        "arena/halts/<int:pk>/lift/", arena_moves.LiftHalt.as_view(), name="halt_lift"
    ),
]
