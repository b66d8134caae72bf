UPDATE "job_imports" SET "outcome" = 'failed', "ended_at" = now(), "trouble" = 'The reading was cut off.' WHERE "outcome" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "job_imports_running" ON "job_imports" USING btree ("source_id") WHERE "job_imports"."outcome" = 'running';
