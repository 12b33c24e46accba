// update() is split by subject; each names the keys it answers to. A key is "action" or "action:argument".
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

struct ClickHandler {
  std::string_view azione;
  Effects (*run)(Model&, const std::string& argomento);
};
// `lasciato`: the field was left or the choice made (Change); false while typing (Input).
struct EditHandler {
  std::string_view azione;
  Effects (*run)(Model&, const std::string& argomento, const std::string& testo, bool lasciato);
};
struct AnswerHandler {
  std::string_view azione;  // of the tag
  Effects (*run)(Model&, const std::string& argomento, const HttpAnswer&);
};

struct ScrollHandler {
  std::string_view azione;  // of the table's key
  Effects (*run)(Model&, const std::string& argomento, std::int64_t prima_riga);
};
struct FileHandler {
  std::string_view azione;
  Effects (*run)(Model&, const std::string& argomento, const FileChosen&);
};

struct Subject {
  // Out of line: two dozen subjects would each carry the copies of these lists to the browser.
  Subject(std::initializer_list<ClickHandler> clicks_, std::initializer_list<EditHandler> edits_,
          std::initializer_list<AnswerHandler> answers_, std::initializer_list<ScrollHandler> scrolls_ = {},
          std::initializer_list<FileHandler> files_ = {});
  std::vector<ClickHandler> clicks;
  std::vector<EditHandler> edits;
  std::vector<AnswerHandler> answers;
  std::vector<ScrollHandler> scrolls;
  std::vector<FileHandler> files;
};

Subject session_subject();      // login, logout, face, network
Subject sessions_subject();     // own sessions, other powers, the end that comes near
Subject home_subject();         // moves between screens, own domande
Subject company_subject();      // search of a company, a new draft
Subject drafts_subject();       // drafts of this browser: resume, delete, put back
Subject transfer_subject();     // export, import, duplicate, print, calendar
Subject history_subject();      // undo, redo
Subject queue_subject();        // domande that wait for the network
Subject tabs_subject();         // one draft in several tabs, the new version of the client
Subject locking_subject();      // drafts under a passphrase, shared computer
Subject editing_subject();      // sections, remedies, jumps
Subject workers_subject();      // search, selection and paging of the workers
Subject submission_subject();   // acknowledgement, sending, receipt
Subject preferences_subject();  // theme, keys
Subject documents_subject();    // the report as a PDF, the attachments
Subject renewal_subject();      // extension and copy of a filed domanda
Subject workers_csv_subject();  // a list of workers from a CSV
Subject outlook_subject();      // cut to what fits, pay for the estimate
Subject filed_subject();        // domande that were filed: worklist, detail
Subject service_subject();      // notices of the service, documents
Subject office_work_subject();  // istruttoria, requests of missing elements, acts
Subject pages_subject();        // screens that are data: delegations, grants, log of accesses, flags

// Appends `more` to `effects`.
void append(Effects& effects, Effects more);

// GET of the API; `tag` comes back with the answer.
Http get(std::string tag, std::string percorso);

// Text for an answer that is not a 2xx: the problem's own detail and remedy, or what happened to the network.
std::string failure_text(const HttpAnswer& answer);

// A new identifier in the shape of a UUID, from the seed and the counter of the model.
std::string new_id(Model& model);

// Percent-encoding of a query value.
std::string url_encode(std::string_view text);

}  // namespace omnia::app
