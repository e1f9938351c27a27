"""Agenda in depth: versions, support, links, deferrals, supplements, mandates, inquiries.

Revision: 0002
After: 0001
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import storage.columns

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

_CARDS = ('agenda', 'panel', 'minutes', 'poll', 'status_prompt', 'join_request', 'digest', 'invitation', 'inquiry', 'published_answer', 'absence')
_JOBS = ('card', 'tell', 'file', 'group', 'render', 'supplement', 'invite', 'open_for_items', 'ask_status', 'remind_status', 'freeze', 'start_panel', 'end_comments', 'close_poll', 'follow_up')
_DOCUMENTS = ('agenda', 'supplement', 'minutes_draft', 'minutes_final', 'invitation')
_ITEMS = ('proposed', 'returned', 'merged', 'accepted', 'treated', 'deferred', 'carried', 'withdrawn', 'declined')
_PARTIES = ('invited', 'accepted', 'apologies', 'present', 'left_early')


def _listed(column, words):
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


def _more_words(batch_op, table, column, words):
    """The column may hold these words from now on."""
    name = batch_op.f(f'ck_{table}_{column}')
    batch_op.drop_constraint(name, type_='check')
    batch_op.create_check_constraint(name, sa.text(_listed(column, words)))


def upgrade() -> None:
    op.create_table('inquiries',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('series_id', sa.Integer(), nullable=False),
    sa.Column('asked_by', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('asked', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.Column('state', sa.Enum('asked', 'published', 'answered', 'declined', 'withdrawn', name='state', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answered_by_id', sa.Integer(), nullable=True),
    sa.Column('meeting_id', sa.Integer(), nullable=True),
    sa.Column('published_at', storage.columns.UtcTime(timezone=True), nullable=True),
    sa.CheckConstraint("state <> 'published' OR (published_at IS NOT NULL AND number IS NOT NULL)", name=op.f('ck_inquiries_published')),
    sa.ForeignKeyConstraint(['answered_by_id'], ['organisations.id'], name=op.f('fk_inquiries_answered_by_id')),
    sa.ForeignKeyConstraint(['asked_by'], ['participants.id'], name=op.f('fk_inquiries_asked_by')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_inquiries_meeting_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_inquiries_organisation_id')),
    sa.ForeignKeyConstraint(['series_id'], ['series.id'], name=op.f('fk_inquiries_series_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inquiries')),
    sa.UniqueConstraint('series_id', 'number', name=op.f('uq_inquiries_series_id_number'))
    )
    with op.batch_alter_table('inquiries', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_inquiries_series_id'), ['series_id'], unique=False)

    op.create_table('mandates',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('series_id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=False),
    sa.Column('from_day', sa.Date(), nullable=False),
    sa.Column('until_day', sa.Date(), nullable=True),
    sa.Column('meeting_id', sa.Integer(), nullable=True),
    sa.Column('instead_of_id', sa.Integer(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('given_by', sa.Integer(), nullable=True),
    sa.Column('given_at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.Column('ended_at', storage.columns.UtcTime(timezone=True), nullable=True),
    sa.CheckConstraint('instead_of_id IS NULL OR meeting_id IS NOT NULL', name=op.f('ck_mandates_substitute')),
    sa.CheckConstraint('until_day IS NULL OR until_day >= from_day', name=op.f('ck_mandates_days')),
    sa.ForeignKeyConstraint(['given_by'], ['participants.id'], name=op.f('fk_mandates_given_by')),
    sa.ForeignKeyConstraint(['instead_of_id'], ['participants.id'], name=op.f('fk_mandates_instead_of_id')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_mandates_meeting_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_mandates_organisation_id')),
    sa.ForeignKeyConstraint(['participant_id'], ['participants.id'], name=op.f('fk_mandates_participant_id')),
    sa.ForeignKeyConstraint(['series_id'], ['series.id'], name=op.f('fk_mandates_series_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mandates'))
    )
    with op.batch_alter_table('mandates', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mandates_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mandates_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mandates_participant_id'), ['participant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mandates_series_id'), ['series_id'], unique=False)

    op.create_table('remarks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('about', sa.Enum('poll', 'status', 'action', name='about', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', storage.columns.UtcTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_remarks_meeting_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_remarks_organisation_id')),
    sa.ForeignKeyConstraint(['participant_id'], ['participants.id'], name=op.f('fk_remarks_participant_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_remarks'))
    )
    with op.batch_alter_table('remarks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_remarks_meeting_id'), ['meeting_id'], unique=False)

    op.create_table('agenda_changes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('added', 'changed', 'deferred', 'recalled', 'withdrawn', name='kind', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.Column('supplement', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_agenda_changes_item_id')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_agenda_changes_meeting_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agenda_changes'))
    )
    with op.batch_alter_table('agenda_changes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agenda_changes_meeting_id'), ['meeting_id'], unique=False)

    op.create_table('item_links',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=150), nullable=False),
    sa.Column('url', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
    sa.Column('brought_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['brought_by_id'], ['agenda_items.id'], name=op.f('fk_item_links_brought_by_id')),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_item_links_item_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_links')),
    sa.UniqueConstraint('item_id', 'url', name=op.f('uq_item_links_item_id_url'))
    )
    with op.batch_alter_table('item_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_links_item_id'), ['item_id'], unique=False)

    op.create_table('item_parties',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('brought_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['brought_by_id'], ['agenda_items.id'], name=op.f('fk_item_parties_brought_by_id')),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_item_parties_item_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_item_parties_organisation_id')),
    sa.PrimaryKeyConstraint('item_id', 'organisation_id', name=op.f('pk_item_parties'))
    )
    op.create_table('item_supports',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('given_by', sa.Integer(), nullable=True),
    sa.Column('given_at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['given_by'], ['participants.id'], name=op.f('fk_item_supports_given_by')),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_item_supports_item_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_item_supports_organisation_id')),
    sa.PrimaryKeyConstraint('item_id', 'organisation_id', name=op.f('pk_item_supports'))
    )
    op.create_table('item_versions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=150), nullable=False),
    sa.Column('background', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('purpose', sa.Enum('information', 'discussion', 'decision', 'status', name='purpose', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('presenter', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('links', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('written_by', sa.Integer(), nullable=True),
    sa.Column('written_at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_item_versions_item_id')),
    sa.ForeignKeyConstraint(['written_by'], ['participants.id'], name=op.f('fk_item_versions_written_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_versions')),
    sa.UniqueConstraint('item_id', 'number', name=op.f('uq_item_versions_item_id_number'))
    )
    with op.batch_alter_table('item_versions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_versions_item_id'), ['item_id'], unique=False)

    op.create_table('deferrals',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('reason', sa.Enum('party_absent', 'awaits_answer', 'awaits_test', 'no_time', 'other', name='reason', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('returns', sa.Enum('next_meeting', 'party_attends', 'on_date', 'action_answered', name='returns', native_enum=False, create_constraint=True, length=30), nullable=False),
    sa.Column('party_id', sa.Integer(), nullable=True),
    sa.Column('not_before', sa.Date(), nullable=True),
    sa.Column('action_id', sa.Integer(), nullable=True),
    sa.Column('deferred_at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.Column('dropped_at', storage.columns.UtcTime(timezone=True), nullable=True),
    sa.Column('dropped_reason', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.CheckConstraint("returns <> 'action_answered' OR action_id IS NOT NULL", name=op.f('ck_deferrals_action')),
    sa.CheckConstraint("returns <> 'on_date' OR not_before IS NOT NULL", name=op.f('ck_deferrals_not_before')),
    sa.CheckConstraint("returns <> 'party_attends' OR party_id IS NOT NULL", name=op.f('ck_deferrals_party')),
    sa.ForeignKeyConstraint(['action_id'], ['action_items.id'], name=op.f('fk_deferrals_action_id')),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_deferrals_item_id')),
    sa.ForeignKeyConstraint(['party_id'], ['organisations.id'], name=op.f('fk_deferrals_party_id')),
    sa.PrimaryKeyConstraint('item_id', name=op.f('pk_deferrals'))
    )
    op.create_table('absences',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('noticed_at', storage.columns.UtcTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_absences_meeting_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_absences_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_absences')),
    sa.UniqueConstraint('meeting_id', 'organisation_id', name=op.f('uq_absences_meeting_id_organisation_id'))
    )
    for table, column, words in (
        ('cards', 'kind', _CARDS),
        ('jobs', 'kind', _JOBS),
        ('documents', 'kind', _DOCUMENTS),
        ('meeting_parties', 'state', _PARTIES),
    ):
        with op.batch_alter_table(table) as batch_op:
            _more_words(batch_op, table, column, words)

    with op.batch_alter_table('meetings') as batch_op:
        batch_op.add_column(sa.Column('timed_at', storage.columns.UtcTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('supplements', sa.Integer(), nullable=False, server_default='0'))
    with op.batch_alter_table('series') as batch_op:
        batch_op.add_column(sa.Column('moderated', sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table('agenda_items') as batch_op:
        _more_words(batch_op, 'agenda_items', 'state', _ITEMS)
        batch_op.add_column(sa.Column('fixed_number', sqlmodel.sql.sqltypes.AutoString(length=10), nullable=True))
        batch_op.add_column(sa.Column('first_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('merged_into_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_agenda_items_first_id'), ['first_id'], unique=False)
        batch_op.create_unique_constraint(batch_op.f('uq_agenda_items_meeting_id_fixed_number'), ['meeting_id', 'fixed_number'])
        batch_op.create_foreign_key(batch_op.f('fk_agenda_items_merged_into_id'), 'agenda_items', ['merged_into_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_agenda_items_first_id'), 'agenda_items', ['first_id'], ['id'])
        batch_op.create_check_constraint(
            batch_op.f('ck_agenda_items_merged'), sa.text('merged_into_id IS NULL OR merged_into_id <> id')
        )

    with op.batch_alter_table('meeting_parties') as batch_op:
        batch_op.add_column(sa.Column('said', sa.String(length=30), nullable=False, server_default='invited'))
        batch_op.create_check_constraint(batch_op.f('ck_meeting_parties_said'), sa.text(_listed('said', _PARTIES)))
    op.execute("UPDATE meeting_parties SET said = state WHERE state IN ('accepted', 'apologies')")
    with op.batch_alter_table('attendees') as batch_op:
        batch_op.add_column(sa.Column('state', sa.String(length=30), nullable=False, server_default='present'))
        batch_op.add_column(sa.Column('answered', sa.String(length=30), nullable=False, server_default='invited'))
        batch_op.add_column(sa.Column('substitute_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('left_at', storage.columns.UtcTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_attendees_substitute_id'), 'participants', ['substitute_id'], ['id'])
        batch_op.create_check_constraint(batch_op.f('ck_attendees_state'), sa.text(_listed('state', _PARTIES)))
        batch_op.create_check_constraint(batch_op.f('ck_attendees_answered'), sa.text(_listed('answered', _PARTIES)))

    # The matters that run through several meetings already; an item deferred before comes
    # back at the next one, as it would have.
    op.execute("""
        WITH RECURSIVE chain (id, first_id) AS (
            SELECT id, id FROM agenda_items WHERE carried_from_id IS NULL
            UNION ALL
            SELECT item.id, chain.first_id FROM agenda_items AS item
            JOIN chain ON item.carried_from_id = chain.id
        )
        UPDATE agenda_items SET first_id = (SELECT chain.first_id FROM chain WHERE chain.id = agenda_items.id)
        WHERE carried_from_id IS NOT NULL
    """)
    op.execute("""
        INSERT INTO deferrals (item_id, reason, returns, deferred_at, dropped_reason)
        SELECT id, 'other', 'next_meeting', created_at, '' FROM agenda_items WHERE state = 'deferred'
    """)
    op.execute("""
        INSERT INTO item_versions (item_id, number, title, background, purpose, presenter, minutes, links, written_by, written_at)
        SELECT id, 1, title, background, purpose, presenter, minutes, '', proposed_by, created_at FROM agenda_items
    """)


def downgrade() -> None:
    with op.batch_alter_table('series', schema=None) as batch_op:
        batch_op.drop_column('moderated')

    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.drop_column('supplements')
        batch_op.drop_column('timed_at')

    with op.batch_alter_table('meeting_parties', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_meeting_parties_said'), type_='check')
        batch_op.drop_column('said')

    with op.batch_alter_table('attendees', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_attendees_answered'), type_='check')
        batch_op.drop_constraint(batch_op.f('ck_attendees_state'), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_attendees_substitute_id'), type_='foreignkey')
        batch_op.drop_column('left_at')
        batch_op.drop_column('reason')
        batch_op.drop_column('substitute_id')
        batch_op.drop_column('answered')
        batch_op.drop_column('state')

    with op.batch_alter_table('agenda_items', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_agenda_items_merged'), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_agenda_items_first_id'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_agenda_items_merged_into_id'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_agenda_items_meeting_id_fixed_number'), type_='unique')
        batch_op.drop_index(batch_op.f('ix_agenda_items_first_id'))
        batch_op.drop_column('merged_into_id')
        batch_op.drop_column('first_id')
        batch_op.drop_column('fixed_number')

    op.drop_table('absences')
    op.drop_table('deferrals')
    with op.batch_alter_table('item_versions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_versions_item_id'))

    op.drop_table('item_versions')
    op.drop_table('item_supports')
    op.drop_table('item_parties')
    with op.batch_alter_table('item_links', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_links_item_id'))

    op.drop_table('item_links')
    with op.batch_alter_table('agenda_changes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agenda_changes_meeting_id'))

    op.drop_table('agenda_changes')
    with op.batch_alter_table('remarks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_remarks_meeting_id'))

    op.drop_table('remarks')
    with op.batch_alter_table('mandates', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mandates_series_id'))
        batch_op.drop_index(batch_op.f('ix_mandates_participant_id'))
        batch_op.drop_index(batch_op.f('ix_mandates_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_mandates_meeting_id'))

    op.drop_table('mandates')
    with op.batch_alter_table('inquiries', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_inquiries_series_id'))

    op.drop_table('inquiries')
