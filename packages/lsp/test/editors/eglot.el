;;; What the test of Emacs does: opens a mapping file with eglot as docs/editors.md sets it up, and prints what it sees.

(require 'eglot)
(require 'flymake)

(defun responses-print (name value)
  (princ (format "%s: %s\n" name (replace-regexp-in-string "\n" " | " (format "%s" value)))))

(defun responses-wait (condition)
  "Lets the server's messages in until CONDITION gives something; its value."
  (let ((value nil) (deadline (+ (float-time) 60)))
    (while (and (not (setq value (funcall condition))) (< (float-time) deadline))
      (accept-process-output nil 0.05)
      (sit-for 0))
    value))

(defun responses-diagnostics ()
  (mapcar (lambda (diagnostic)
            (format "line %d %s"
                    (line-number-at-pos (flymake-diagnostic-beg diagnostic))
                    (flymake-diagnostic-text diagnostic)))
          (flymake-diagnostics)))

(let ((file (pop command-line-args-left)))
  (setq eglot-sync-connect 30
        eglot-confirm-server-initiated-edits nil
        create-lockfiles nil
        make-backup-files nil)
  (find-file file)
  (responses-mode)
  (call-interactively #'eglot)
  (responses-print "managed" (and (eglot-managed-p) t))
  (flymake-start)
  (responses-wait (lambda () (flymake-diagnostics)))
  (dolist (text (responses-diagnostics)) (responses-print "finding" text))
  ;; Hover on the rule.
  (goto-char (point-min))
  (search-forward "success")
  (let ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                (eglot--TextDocumentPositionParams))))
    (responses-print "hover" (eglot--hover-info (plist-get hover :contents))))
  ;; Completion at an empty line.
  (goto-char (point-max))
  (let* ((completion (eglot-completion-at-point))
         (names (all-completions "" (nth 2 completion))))
    (responses-print "completes" (if (seq-some (lambda (name) (string-prefix-p "success" name)) names) "success" names)))
  ;; Formatting, rename, and an edit that clears the finding.
  (eglot-format-buffer)
  ;; Emacs tells of edits when it is idle, which it never is here.
  (eglot--signal-textDocument/didChange)
  (responses-print "formatted" (buffer-substring-no-properties (point-min) (point-max)))
  (goto-char (point-min))
  (search-forward "as Dup")
  (eglot-rename "Repeated")
  (responses-print "renamed" (buffer-substring-no-properties (point-min) (point-max)))
  (goto-char (point-min))
  (search-forward "keyword")
  (replace-match "exact")
  (eglot--signal-textDocument/didChange)
  (responses-wait (lambda () (not (seq-some (lambda (text) (string-match-p "valid" text)) (responses-diagnostics)))))
  (responses-print "left" (length (responses-diagnostics)))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot--current-server-or-lose))
  (responses-print "end" "good"))
