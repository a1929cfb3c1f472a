BEGIN TRANSACTION;
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
CREATE TABLE alembic_version (
	version_num TEXT NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
 STRICT

;
INSERT INTO "alembic_version" VALUES('0004');
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
CREATE TABLE commits (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT only_one_row CHECK (id = 1)
)
 STRICT

;
INSERT INTO "commits" VALUES(1,0);
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
CREATE INDEX inserted_rows_newest ON inserted_rows (table_name, last_id);
CREATE INDEX ix_former_nips_person_id ON former_nips (person_id);
CREATE INDEX ix_import_files_import_id ON import_files (import_id);
CREATE INDEX ix_import_sheets_import_file_id ON import_sheets (import_file_id);
CREATE INDEX ix_held_rows_import_id ON held_rows (import_id);
CREATE INDEX ix_as_of_corrections_import_id ON as_of_corrections (import_id);
CREATE INDEX counts_newest ON counts (person_id, platform, retracted, observed_on, id);
CREATE INDEX ix_forms_round_id ON forms (round_id);
CREATE INDEX ix_form_returns_form_id ON form_returns (form_id);
COMMIT;
