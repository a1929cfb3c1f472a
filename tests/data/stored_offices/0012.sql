BEGIN TRANSACTION;
CREATE TABLE account_ids (
	account_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	handle TEXT NOT NULL, 
	platform_id TEXT NOT NULL, 
	learned_at TEXT NOT NULL, 
	PRIMARY KEY (account_id)
)
 STRICT

;
INSERT INTO "account_ids" VALUES(1,1,'intan.melati','17840000000000001','2026-10-01T02:00:01.000+00:00');
CREATE TABLE accounts (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	handle TEXT, 
	handle_kind TEXT, 
	also TEXT, 
	written TEXT NOT NULL, 
	stated_none INTEGER NOT NULL, 
	unreadable TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT handle_kind_known CHECK (handle_kind = 'username' OR handle_kind = 'id' OR handle_kind = 'channel_id' OR handle_kind = 'legacy' OR handle_kind = 'custom'), 
	CONSTRAINT platform_known CHECK (platform = 'instagram' OR platform = 'facebook' OR platform = 'x' OR platform = 'tiktok' OR platform = 'youtube' OR platform = 'threads' OR platform = 'bluesky' OR platform = 'mastodon'), 
	CONSTRAINT handle_has_its_kind CHECK ((handle IS NULL) = (handle_kind IS NULL)), 
	CONSTRAINT stated_none_is_a_flag CHECK (stated_none IN (0, 1)), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	UNIQUE (person_id, platform)
)
 STRICT

;
INSERT INTO "accounts" VALUES(1,1,'instagram','intan.melati','username',NULL,'@intan.melati',0,'',1);
CREATE TABLE actions (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	begun_at TEXT NOT NULL, 
	begun_by TEXT NOT NULL, 
	undone_at TEXT, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "actions" VALUES(1,'import','2026-10-01T09:00:00','Arum',NULL);
INSERT INTO "actions" VALUES(2,'count','2026-10-01T09:00:00','Arum',NULL);
INSERT INTO "actions" VALUES(3,'undo','2026-10-01T09:00:00','Arum',NULL);
CREATE TABLE activities (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	checked_on TEXT NOT NULL, 
	last_post TEXT, 
	active INTEGER, 
	source TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	import_id INTEGER, 
	source_sheet INTEGER, 
	source_row INTEGER, 
	retracted INTEGER NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id), 
	FOREIGN KEY(source_sheet) REFERENCES import_sheets (id), 
	CONSTRAINT says_something CHECK (last_post IS NOT NULL OR active IS NOT NULL), 
	CONSTRAINT seen_when_checked CHECK (last_post IS NULL OR last_post <= checked_on), 
	CONSTRAINT active_is_a_flag CHECK (active IN (0, 1)), 
	CONSTRAINT retracted_is_a_flag CHECK (retracted IN (0, 1)), 
	CONSTRAINT platform_known CHECK (platform = 'instagram' OR platform = 'facebook' OR platform = 'x' OR platform = 'tiktok' OR platform = 'youtube' OR platform = 'threads' OR platform = 'bluesky' OR platform = 'mastodon'), 
	CONSTRAINT source_known CHECK (source = 'typed' OR source = 'pasted' OR source = 'form' OR source = 'import' OR source = 'api'), 
	CONSTRAINT checked_on_is_a_day CHECK (checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT last_post_is_a_day CHECK (last_post GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
)
 STRICT

;
INSERT INTO "activities" VALUES(1,1,'instagram','2026-10-01','2026-09-20',NULL,'typed','2026-10-01T09:00:00','Arum',NULL,NULL,NULL,0,2);
CREATE TABLE alembic_version (
	version_num TEXT NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
 STRICT

;
INSERT INTO "alembic_version" VALUES('0012');
CREATE TABLE as_of_corrections (
	id INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	as_of TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT as_of_is_a_day CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
)
 STRICT

;
INSERT INTO "as_of_corrections" VALUES(1,1,'2026-10-01',1);
CREATE TABLE checked_counts (
	id INTEGER NOT NULL, 
	count_id INTEGER NOT NULL, 
	checked_at TEXT NOT NULL, 
	checked_by TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (count_id)
)
 STRICT

;
INSERT INTO "checked_counts" VALUES(1,1,'2026-10-01T09:00:00','Arum',2);
CREATE TABLE clarifications (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	count_id INTEGER NOT NULL, 
	since TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	innocent TEXT, 
	note TEXT NOT NULL, 
	decided_at TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	retracted INTEGER NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT innocent_where_explained CHECK ((innocent IS NULL) = (decision = 'excluded')), 
	CONSTRAINT excluded_with_a_reason CHECK (decision <> 'excluded' OR trim(note) <> ''), 
	CONSTRAINT retracted_is_a_flag CHECK (retracted IN (0, 1)), 
	CONSTRAINT platform_known CHECK (platform = 'instagram' OR platform = 'facebook' OR platform = 'x' OR platform = 'tiktok' OR platform = 'youtube' OR platform = 'threads' OR platform = 'bluesky' OR platform = 'mastodon'), 
	CONSTRAINT decision_known CHECK (decision = 'explained' OR decision = 'excluded'), 
	CONSTRAINT innocent_known CHECK (innocent = 'viral' OR innocent = 'event' OR innocent = 'merged' OR innocent = 'other_account' OR innocent = 'friends' OR innocent = 'rounded' OR innocent = 'mistyped_before' OR innocent = 'long_uncounted' OR innocent = 'cleaned' OR innocent = 'new_account' OR innocent = 'other'), 
	CONSTRAINT since_is_a_day CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
)
 STRICT

;
INSERT INTO "clarifications" VALUES(1,1,'instagram',1,'2026-10-01','explained','viral','','2026-10-01T09:00:00','Arum',0,2);
CREATE TABLE commits (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT only_one_row CHECK (id = 1)
)
 STRICT

;
INSERT INTO "commits" VALUES(1,3);
CREATE TABLE counts (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	low INTEGER NOT NULL, 
	high INTEGER, 
	exact INTEGER NOT NULL, 
	observed_on TEXT NOT NULL, 
	source TEXT NOT NULL, 
	written TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	import_id INTEGER, 
	source_sheet INTEGER, 
	source_row INTEGER, 
	retracted INTEGER NOT NULL, 
	day_of_import INTEGER NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT observed_on_is_a_day CHECK (observed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT platform_known CHECK (platform = 'instagram' OR platform = 'facebook' OR platform = 'x' OR platform = 'tiktok' OR platform = 'youtube' OR platform = 'threads' OR platform = 'bluesky' OR platform = 'mastodon'), 
	CONSTRAINT source_known CHECK (source = 'typed' OR source = 'pasted' OR source = 'form' OR source = 'import' OR source = 'api'), 
	CONSTRAINT exact_is_one_value CHECK (exact = 0 OR (high IS NOT NULL AND high = low)), 
	CONSTRAINT interval_in_order CHECK (low >= 0 AND (high IS NULL OR high >= low)), 
	CONSTRAINT exact_is_a_flag CHECK (exact IN (0, 1)), 
	CONSTRAINT retracted_is_a_flag CHECK (retracted IN (0, 1)), 
	CONSTRAINT day_of_import_is_a_flag CHECK (day_of_import IN (0, 1)), 
	FOREIGN KEY(import_id) REFERENCES imports (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	FOREIGN KEY(source_sheet) REFERENCES import_sheets (id)
)
 STRICT

;
INSERT INTO "counts" VALUES(1,1,'instagram',1150,1299,0,'2026-10-01','import','1,2 rb','2026-10-01T09:00:00','Arum',1,1,5,0,1,1);
INSERT INTO "counts" VALUES(2,1,'instagram',1150,1299,0,'2026-09-15','import','1,2 rb','2026-10-01T09:00:00','Arum',1,1,5,1,0,2);
CREATE TABLE counts_apart (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	low INTEGER NOT NULL, 
	high INTEGER, 
	exact INTEGER NOT NULL, 
	observed_on TEXT NOT NULL, 
	written TEXT NOT NULL, 
	before_low INTEGER NOT NULL, 
	recorded_at TEXT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	decision TEXT, 
	decided_at TEXT, 
	decided_by TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT interval_in_order CHECK (low >= 0 AND (high IS NULL OR high >= low)), 
	CONSTRAINT decided_once CHECK ((decision IS NULL) = (decided_at IS NULL)), 
	CONSTRAINT exact_is_a_flag CHECK (exact IN (0, 1)), 
	CONSTRAINT platform_known CHECK (platform = 'instagram' OR platform = 'facebook' OR platform = 'x' OR platform = 'tiktok' OR platform = 'youtube' OR platform = 'threads' OR platform = 'bluesky' OR platform = 'mastodon'), 
	CONSTRAINT decision_known CHECK (decision = 'accepted' OR decision = 'refused' OR decision = 'outdated'), 
	CONSTRAINT observed_on_is_a_day CHECK (observed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
)
 STRICT

;
INSERT INTO "counts_apart" VALUES(1,1,'instagram',0,0,1,'2026-10-01','0',1150,'2026-10-01T09:00:00','Arum',NULL,NULL,'',2);
CREATE TABLE earlier_rows (
	action_id INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	row_id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY (action_id, table_name, row_id), 
	FOREIGN KEY(action_id) REFERENCES actions (id)
)
 STRICT

;
INSERT INTO "earlier_rows" VALUES(2,'counts',2,'{"id":2,"person_id":1,"platform":"instagram","low":1150,"high":1299,"exact":0,"observed_on":"2026-09-15","source":"import","written":"1,2 rb","recorded_at":"2026-10-01T09:00:00","recorded_by":"Arum","import_id":1,"source_sheet":1,"source_row":5,"retracted":0,"touched":1,"day_of_import":0}');
CREATE TABLE evidence (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	observed_on TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	original TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	added_by TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT platform_known CHECK (platform = 'instagram' OR platform = 'facebook' OR platform = 'x' OR platform = 'tiktok' OR platform = 'youtube' OR platform = 'threads' OR platform = 'bluesky' OR platform = 'mastodon'), 
	CONSTRAINT kind_known CHECK (kind = 'png' OR kind = 'jpg'), 
	CONSTRAINT observed_on_is_a_day CHECK (observed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT sha256_is_a_hash CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), 
	CONSTRAINT original_is_a_hash CHECK (length(original) = 64 AND original NOT GLOB '*[^0-9a-f]*'), 
	FOREIGN KEY(person_id) REFERENCES people (id)
)
 STRICT

;
INSERT INTO "evidence" VALUES(1,1,'instagram','2026-10-01','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','png','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','2026-10-01T09:00:00','Arum',2);
CREATE TABLE fetch_items (
	job_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	handle TEXT NOT NULL, 
	state TEXT NOT NULL, 
	result TEXT, 
	attempts INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	fetched_at TEXT, 
	action_id INTEGER, 
	PRIMARY KEY (job_id, account_id), 
	FOREIGN KEY(job_id) REFERENCES fetch_jobs (id), 
	FOREIGN KEY(action_id) REFERENCES actions (id), 
	CONSTRAINT state_known CHECK (state = 'pending' OR state = 'in_flight' OR state = 'ok' OR state = 'failed' OR state = 'retry'), 
	CONSTRAINT ok_has_its_action CHECK ((state = 'ok') = (action_id IS NOT NULL)), 
	CONSTRAINT ok_has_its_moment CHECK (state <> 'ok' OR fetched_at IS NOT NULL)
)
 STRICT

;
INSERT INTO "fetch_items" VALUES(1,1,1,'intan.melati','ok','ok',1,'','2026-10-01T02:00:01.000+00:00',2);
CREATE TABLE fetch_jobs (
	id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	state TEXT NOT NULL, 
	stopped_for TEXT, 
	code TEXT NOT NULL, 
	paused_until TEXT, 
	calls INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT platform_known CHECK (platform = 'instagram' OR platform = 'facebook' OR platform = 'x' OR platform = 'tiktok' OR platform = 'youtube' OR platform = 'threads' OR platform = 'bluesky' OR platform = 'mastodon'), 
	CONSTRAINT state_known CHECK (state = 'running' OR state = 'paused' OR state = 'stopped' OR state = 'ended'), 
	CONSTRAINT paused_until_when CHECK (state <> 'paused' OR paused_until IS NOT NULL)
)
 STRICT

;
INSERT INTO "fetch_jobs" VALUES(1,'instagram','2026-10-01T02:00:00.000+00:00','Arum','ended',NULL,'',NULL,1);
CREATE TABLE form_people (
	form_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	nip TEXT NOT NULL, 
	name TEXT NOT NULL, 
	printed TEXT NOT NULL, 
	PRIMARY KEY (form_id, number), 
	FOREIGN KEY(form_id) REFERENCES forms (id)
)
 STRICT

;
INSERT INTO "form_people" VALUES(1,1,1,'198703142010012001','Intan','{}');
CREATE TABLE form_returns (
	import_id INTEGER NOT NULL, 
	form_id INTEGER NOT NULL, 
	answered INTEGER NOT NULL, 
	PRIMARY KEY (import_id, form_id), 
	FOREIGN KEY(form_id) REFERENCES forms (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
)
 STRICT

;
INSERT INTO "form_returns" VALUES(1,1,1);
CREATE TABLE form_rounds (
	id INTEGER NOT NULL, 
	issued_at TEXT NOT NULL, 
	issued_by TEXT NOT NULL, 
	due_on TEXT, 
	platforms TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "form_rounds" VALUES(1,'2026-10-01T09:00:00','Arum','2026-10-01','instagram');
CREATE TABLE former_nips (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	nip TEXT NOT NULL, 
	replaced_on TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT nip_has_18_digits CHECK (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*'), 
	CONSTRAINT replaced_on_is_a_day CHECK (replaced_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	FOREIGN KEY(person_id) REFERENCES people (id)
)
 STRICT

;
INSERT INTO "former_nips" VALUES(1,2,'197008252002122931','2026-10-01','',2);
CREATE TABLE forms (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	organisation TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(round_id) REFERENCES form_rounds (id)
)
 STRICT

;
INSERT INTO "forms" VALUES(1,1,'Diskominfo','a.xlsx');
CREATE TABLE held_rows (
	id INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	source_row INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id), 
	FOREIGN KEY(sheet_id) REFERENCES import_sheets (id)
)
 STRICT

;
INSERT INTO "held_rows" VALUES(1,1,1,7,'empty','{"name":"Tanpa NIP"}',1);
CREATE TABLE import_files (
	id INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	format TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
)
 STRICT

;
INSERT INTO "import_files" VALUES(1,1,'a.xlsx','0000000000000000000000000000000000000000000000000000000000000000','xlsx');
CREATE TABLE import_sheets (
	id INTEGER NOT NULL, 
	import_file_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	rows_read INTEGER NOT NULL, 
	new INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	held INTEGER NOT NULL, 
	skipped INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT buckets_sum_to_rows_read CHECK (rows_read = new + changed + unchanged + held + skipped), 
	FOREIGN KEY(import_file_id) REFERENCES import_files (id)
)
 STRICT

;
INSERT INTO "import_sheets" VALUES(1,1,'Data',3,2,0,0,1,0);
CREATE TABLE imports (
	id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	imported_at TEXT NOT NULL, 
	imported_by TEXT NOT NULL, 
	as_of TEXT NOT NULL, 
	rows_read INTEGER NOT NULL, 
	new INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	held INTEGER NOT NULL, 
	skipped INTEGER NOT NULL, 
	undone_at TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT buckets_sum_to_rows_read CHECK (rows_read = new + changed + unchanged + held + skipped), 
	CONSTRAINT as_of_is_a_day CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	FOREIGN KEY(action_id) REFERENCES actions (id), 
	UNIQUE (action_id)
)
 STRICT

;
INSERT INTO "imports" VALUES(1,1,'2026-10-01T09:00:00','Arum','2026-10-01',3,2,0,0,1,0,NULL);
CREATE TABLE inserted_rows (
	action_id INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	first_id INTEGER NOT NULL, 
	last_id INTEGER NOT NULL, 
	PRIMARY KEY (action_id, table_name, first_id), 
	CONSTRAINT range_in_order CHECK (last_id >= first_id), 
	FOREIGN KEY(action_id) REFERENCES actions (id)
)
 STRICT

;
INSERT INTO "inserted_rows" VALUES(1,'people',1,2);
INSERT INTO "inserted_rows" VALUES(1,'counts',1,2);
CREATE TABLE layouts (
	id INTEGER NOT NULL, 
	fingerprint TEXT NOT NULL, 
	meanings TEXT NOT NULL, 
	confirmed_at TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (fingerprint)
)
 STRICT

;
INSERT INTO "layouts" VALUES(1,'f','["nip","name"]','2026-10-01T09:00:00',1);
CREATE TABLE people (
	id INTEGER NOT NULL, 
	nip TEXT NOT NULL, 
	name TEXT NOT NULL, 
	title_front TEXT NOT NULL, 
	title_back TEXT NOT NULL, 
	status TEXT NOT NULL, 
	rank TEXT NOT NULL, 
	position TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	job_type TEXT NOT NULL, 
	echelon TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	note TEXT NOT NULL, 
	consent TEXT NOT NULL, 
	consent_on TEXT, 
	service TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT consent_known CHECK (consent = 'unknown' OR consent = 'given' OR consent = 'refused' OR consent = 'withdrawn'), 
	CONSTRAINT consent_on_is_a_day CHECK (consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT nip_has_18_digits CHECK (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*'), 
	CONSTRAINT service_known CHECK (service = 'active' OR service = 'moved' OR service = 'retired'), 
	UNIQUE (nip)
)
 STRICT

;
INSERT INTO "people" VALUES(1,'198703142010012001','Intan Melati','','S.Sos.','PNS','III/c','Pranata Humas','Diskominfo','Bidang IKP','','','','','','given','2026-10-01','active',1);
INSERT INTO "people" VALUES(2,'197008252002122932','Bagas Nirwana','','S.Sos.','PNS','III/c','Pranata Humas','Diskominfo','Bidang IKP','','','','','','given','2026-10-01','active',2);
CREATE TABLE period_reopenings (
	revision_id INTEGER NOT NULL, 
	reopened_at TEXT NOT NULL, 
	reopened_by TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES period_revisions (id), 
	CONSTRAINT reason_given CHECK (reason <> '')
)
 STRICT

;
INSERT INTO "period_reopenings" VALUES(1,'2026-11-02T09:00:00','Arum','Angka diperbaiki');
CREATE TABLE period_revisions (
	id INTEGER NOT NULL, 
	period_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	as_of TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	qualifies INTEGER NOT NULL, 
	not_yet INTEGER NOT NULL, 
	stale INTEGER NOT NULL, 
	no_data INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	closed_at TEXT NOT NULL, 
	closed_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(period_id) REFERENCES periods (id), 
	UNIQUE (period_id, number), 
	CONSTRAINT as_of_is_a_day CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT sha256_is_a_hash CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
)
 STRICT

;
INSERT INTO "period_revisions" VALUES(1,1,1,'2026-10-31','{"key":"a","name":"","platforms":["instagram","facebook","x"],"needed":1,"threshold":500,"own_thresholds":{},"strictly":false,"silence_is_no_account":true,"age_limit":null,"active_within_days":null,"consent_required":false,"facebook_metric":null}',1,0,0,1,'f0ade957f7d49e5bf04a1f1591a7f17d5ee7cbb3a69067d5e5386282fba78fd8','2026-11-02T09:00:00','Arum');
INSERT INTO "period_revisions" VALUES(2,1,2,'2026-10-31','{"key":"a","name":"","platforms":["instagram","facebook","x"],"needed":1,"threshold":500,"own_thresholds":{},"strictly":false,"silence_is_no_account":true,"age_limit":null,"active_within_days":null,"consent_required":false,"facebook_metric":null}',1,0,0,1,'f0ade957f7d49e5bf04a1f1591a7f17d5ee7cbb3a69067d5e5386282fba78fd8','2026-11-02T09:00:00','Arum');
CREATE TABLE periods (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	first_day TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (kind, first_day), 
	CONSTRAINT kind_known CHECK (kind = 'month' OR kind = 'quarter' OR kind = 'semester'), 
	CONSTRAINT first_day_is_a_day CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
)
 STRICT

;
INSERT INTO "periods" VALUES(1,'month','2026-10-01');
CREATE TABLE reversals (
	undo_id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	PRIMARY KEY (undo_id, action_id), 
	FOREIGN KEY(undo_id) REFERENCES actions (id), 
	FOREIGN KEY(action_id) REFERENCES actions (id)
)
 STRICT

;
INSERT INTO "reversals" VALUES(3,2);
CREATE TABLE settings (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
)
 STRICT

;
INSERT INTO "settings" VALUES('clerk','Arum');
CREATE TABLE signatories (
	id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	position TEXT NOT NULL, 
	rank TEXT NOT NULL, 
	nip TEXT NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT role_known CHECK (role = 'knows' OR role = 'signs' OR role = 'on_behalf')
)
 STRICT

;
INSERT INTO "signatories" VALUES(1,'signs','Sekar Maharatri','Kepala Bidang','','197008252002122932',1);
CREATE TABLE snapshot_contents (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	nip TEXT, 
	content TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT erased_whole CHECK ((nip IS NULL) = (content IS NULL)), 
	CONSTRAINT sha256_is_a_hash CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), 
	CONSTRAINT nip_has_18_digits CHECK (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')
)
 STRICT

;
INSERT INTO "snapshot_contents" VALUES(1,'8e0869d2315b8e524ed592d49b0088b907c9113a73bf624e605747cd99096def','198703142010012001','{"accounts":{"instagram":{"count":[1150,1299,false,"2026-10-01","import","1,2 rb"],"handle":["intan.melati","username"],"seen":["2026-10-01","2026-09-20",null],"written":"@intan.melati"}},"consent":"given","name":"Intan Melati","nip":"198703142010012001","organisation":"Diskominfo","position":"Pranata Humas","rank":"III/c","reasons":[["instagram","met"],["facebook","silent"],["x","silent"]],"status":"PNS","title_back":"S.Sos.","unit":"Bidang IKP","verdict":"qualifies"}');
INSERT INTO "snapshot_contents" VALUES(2,'d5005fae50af6cc94b34a32ac42832d419898f3c11d8496926e2d6925ab18102','197008252002122932','{"accounts":{},"consent":"given","name":"Bagas Nirwana","nip":"197008252002122932","organisation":"Diskominfo","position":"Pranata Humas","rank":"III/c","reasons":[["instagram","silent"],["facebook","silent"],["x","silent"]],"status":"PNS","title_back":"S.Sos.","unit":"Bidang IKP","verdict":"no_data"}');
CREATE TABLE snapshot_rows (
	revision_id INTEGER NOT NULL, 
	content_id INTEGER NOT NULL, 
	person_id INTEGER, 
	PRIMARY KEY (revision_id, content_id), 
	FOREIGN KEY(revision_id) REFERENCES period_revisions (id), 
	FOREIGN KEY(content_id) REFERENCES snapshot_contents (id)
)
 STRICT

;
INSERT INTO "snapshot_rows" VALUES(1,1,1);
INSERT INTO "snapshot_rows" VALUES(1,2,2);
INSERT INTO "snapshot_rows" VALUES(2,1,1);
INSERT INTO "snapshot_rows" VALUES(2,2,2);
CREATE TABLE submission_contents (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	nip TEXT, 
	content TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT erased_whole CHECK ((nip IS NULL) = (content IS NULL)), 
	CONSTRAINT sha256_is_a_hash CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), 
	CONSTRAINT nip_has_18_digits CHECK (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')
)
 STRICT

;
INSERT INTO "submission_contents" VALUES(1,'aa16bd9f350bae4261fd9fee61259b6481fba8d3963c0e2b2b765675b79b1f10','198703142010012001','{"accounts":{"instagram":{"count":[600,600,true,"2026-10-01","typed","600"]}},"consent":"given","name":"Intan Melati","nip":"198703142010012001","reasons":[["instagram","met"],["facebook","silent"],["x","silent"]],"verdict":"qualifies"}');
CREATE TABLE submission_rows (
	submission_id INTEGER NOT NULL, 
	"row" INTEGER NOT NULL, 
	content_id INTEGER NOT NULL, 
	PRIMARY KEY (submission_id, "row")
)
 STRICT

;
INSERT INTO "submission_rows" VALUES(1,2,1);
CREATE TABLE submissions (
	id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	qualifies INTEGER NOT NULL, 
	not_yet INTEGER NOT NULL, 
	stale INTEGER NOT NULL, 
	no_data INTEGER NOT NULL, 
	left_out INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	parts INTEGER NOT NULL, 
	people INTEGER NOT NULL, 
	touched INTEGER NOT NULL, 
	sender_id TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	period_kind TEXT NOT NULL, 
	first_day TEXT NOT NULL, 
	as_of TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	snapshot TEXT NOT NULL, 
	sending_sha256 TEXT NOT NULL, 
	written_at TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	sheet TEXT NOT NULL, 
	received_at TEXT NOT NULL, 
	received_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256), 
	CONSTRAINT part_is_one_of_them CHECK (part BETWEEN 1 AND parts), 
	CONSTRAINT period_kind_known CHECK (period_kind = 'month' OR period_kind = 'quarter' OR period_kind = 'semester'), 
	CONSTRAINT first_day_is_a_day CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT as_of_is_a_day CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT sha256_is_a_hash CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
)
 STRICT

;
INSERT INTO "submissions" VALUES(1,1,1,0,0,0,0,1,1,1,1,'0f5c','Kabupaten Tirta Jaya','month','2026-10-01','2026-10-31','{"key":"a","name":"","platforms":["instagram","facebook","x"],"needed":1,"threshold":500,"own_thresholds":{},"strictly":false,"silence_is_no_account":true,"age_limit":null,"active_within_days":null,"consent_required":false,"facebook_metric":null}','abababababababababababababababababababababababababababababababab','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','2026-10-01T09:00:00','efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef','Tirta Jaya.xlsx','ASN','2026-10-01T09:00:00','Arum');
CREATE TABLE unit_names (
	id INTEGER NOT NULL, 
	written TEXT NOT NULL, 
	name TEXT NOT NULL, 
	touched INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (written)
)
 STRICT

;
INSERT INTO "unit_names" VALUES(1,'bid ikp','Bidang IKP',1);
CREATE TABLE written_reports (
	id INTEGER NOT NULL, 
	written_at TEXT NOT NULL, 
	written_by TEXT NOT NULL, 
	os_user TEXT NOT NULL, 
	kinds TEXT NOT NULL, 
	period_kind TEXT NOT NULL, 
	first_day TEXT NOT NULL, 
	closing INTEGER NOT NULL, 
	rule TEXT NOT NULL, 
	as_of TEXT NOT NULL, 
	snapshot TEXT NOT NULL, 
	content TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	form TEXT NOT NULL, 
	name TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	people INTEGER NOT NULL, 
	masked INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT period_kind_known CHECK (period_kind = 'month' OR period_kind = 'quarter' OR period_kind = 'semester'), 
	CONSTRAINT form_known CHECK (form = 'xlsx' OR form = 'pdf' OR form = 'template'), 
	CONSTRAINT first_day_is_a_day CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT as_of_is_a_day CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), 
	CONSTRAINT masked_is_a_flag CHECK (masked IN (0, 1)), 
	CONSTRAINT snapshot_is_a_hash CHECK (length(snapshot) = 64 AND snapshot NOT GLOB '*[^0-9a-f]*'), 
	CONSTRAINT sha256_is_a_hash CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), 
	CONSTRAINT people_counted CHECK (people >= 0)
)
 STRICT

;
INSERT INTO "written_reports" VALUES(1,'2026-11-02T09:00:00','Arum','arum','summary,qualifying','month','2026-10-01',1,'{}','2026-10-31','0000000000000000000000000000000000000000000000000000000000000000','1111111111111111111111111111111111111111111111111111111111111111','2222222222222222222222222222222222222222222222222222222222222222','xlsx','laporan.xlsx','/laporan',2,0);
CREATE INDEX inserted_rows_newest ON inserted_rows (table_name, last_id);
CREATE INDEX ix_former_nips_person_id ON former_nips (person_id);
CREATE INDEX ix_import_files_import_id ON import_files (import_id);
CREATE INDEX ix_import_sheets_import_file_id ON import_sheets (import_file_id);
CREATE INDEX ix_held_rows_import_id ON held_rows (import_id);
CREATE INDEX ix_as_of_corrections_import_id ON as_of_corrections (import_id);
CREATE INDEX counts_newest ON counts (person_id, platform, retracted, observed_on, id);
CREATE INDEX ix_forms_round_id ON forms (round_id);
CREATE INDEX ix_form_returns_form_id ON form_returns (form_id);
CREATE INDEX evidence_of_a_count ON evidence (person_id, platform, observed_on);
CREATE INDEX ix_evidence_sha256 ON evidence (sha256);
CREATE INDEX ix_evidence_original ON evidence (original);
CREATE INDEX activities_newest ON activities (person_id, platform, retracted, checked_on, id);
CREATE INDEX clarifications_of_account ON clarifications (person_id, platform, retracted);
CREATE INDEX ix_snapshot_contents_sha256 ON snapshot_contents (sha256);
CREATE INDEX ix_snapshot_contents_nip ON snapshot_contents (nip);
CREATE INDEX ix_snapshot_rows_content_id ON snapshot_rows (content_id);
CREATE INDEX ix_submission_contents_nip ON submission_contents (nip);
CREATE INDEX ix_submission_rows_content_id ON submission_rows (content_id);
CREATE INDEX fetch_items_of_account ON fetch_items (account_id, fetched_at);
CREATE INDEX counts_apart_of_account ON counts_apart (person_id, platform);
CREATE INDEX written_reports_by_content ON written_reports (content);
COMMIT;
