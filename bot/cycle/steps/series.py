"""A series' row as it is shown."""

from bot.results.series import SeriesHead
from storage.tables import Series


def series_head(series: Series) -> SeriesHead:
    return SeriesHead(
        id=series.id,
        name=series.name,
        subject=series.subject,
        channel=series.channel,
        language=series.language,
        zone=series.zone,
        joint_title=series.joint_title,
        separate_title=series.separate_title,
        next_number=series.next_number,
        start_time=series.start_time,
        duration_minutes=series.duration_minutes,
        open_days=series.open_days,
        prompt_days=series.prompt_days,
        freeze_days=series.freeze_days,
        comment_days=series.comment_days,
        moderated=series.moderated,
        version=series.version,
    )
