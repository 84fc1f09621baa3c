create trigger job_legal_transition before update on job for each row
    call 'dev.mvstudio.adapter.jdbc.job.LegalTransitions';
