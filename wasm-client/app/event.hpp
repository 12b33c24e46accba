// What can happen to the client, and what it may ask of the world. Both are data (Elm architecture).
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace omnia::app {

// From a face: the node's key and the text (field: the value; select, radio: the option; checkbox: "1" or "").
struct Input {
  std::string key;
  std::string text;
};  // at every keystroke
struct Change {
  std::string key;
  std::string text;
};  // the field has been left, or a choice made
struct Click {
  std::string key;
};  // button, link, step, alert
// In a grid (view/node.hpp): the field where it began; the text has tabs and newlines.
struct Paste {
  std::string key;
  std::string text;
};
struct FillDown {
  std::string key;
};
// A scrolling table needs the rows from this one on.
struct Scroll {
  std::string key;
  std::int64_t first_row = 0;
};
struct FileChosen {
  std::string key;
  std::string nome;
  std::string tipo;  // as the browser guesses it from the name; may be empty
  std::int64_t dimensione = 0;
  std::string bytes;  // empty when `dimensione` is over the field's limit
};
// Answer to an Http effect. stato 0: the network failed.
struct HttpAnswer {
  std::string tag;
  int stato = 0;
  std::string corpo;
  std::string ora{};  // "18:02", when it came
};
// Answer to LoadDrafts: each element is the text stored by StoreDraft, newest first.
struct DraftsLoaded {
  std::vector<std::string> testi;
};
struct DraftStored {
  std::string id;
  bool ok = true;
  std::string ora{};       // "18:41"
  bool conflitto = false;  // another tab had changed it: nothing was written
};
// What became of TakeDraft, or of a draft that this tab had.
struct DraftTaken {
  std::string id;
  std::string testo;  // as it is stored now; empty when it is not
};
struct DraftElsewhere {
  std::string id;
};
struct DraftGivenUp {
  std::string id;
};
// Somebody else changed a domanda that the person may read; no `id`: it may have been any.
struct DomandaChanged {
  std::string id;
};
// Another tab has written drafts.
struct DraftsChanged {};
// "assente", "chiusa", "aperta"; "errata": another passphrase; "guasta": the browser refused.
struct LockState {
  std::string stato;
};
struct NewVersion {};
// The time of a Wait has passed.
struct Elapsed {
  std::string tag;
};
// It has become another day in Rome while the page was open.
struct NewDay {
  std::string oggi;  // "2026-11-25", as the browser knows it
};
// The face was switched or the network came or went, from outside.
struct Connectivity {
  bool online = true;
};
// "2026-11-24"; "html" or "canvas"; seme: random hex of the platform, from which ids of drafts and idempotency keys are made.
struct Start {
  std::string oggi;
  std::string faccia;
  std::string seme{};
  std::map<std::string, std::string> preferenze{};  // as SetPreference gave them at earlier visits
  bool condiviso = false;
  std::string accesso{};  // why a login through an identity provider failed, from the address of the page
};

using Event = std::variant<Start, Input, Change, Click, Paste, FillDown, Scroll, FileChosen, HttpAnswer, DraftsLoaded,
                           DraftStored, Connectivity, DraftTaken, DraftElsewhere, DraftGivenUp, DraftsChanged, LockState,
                           NewVersion, Elapsed, DomandaChanged, NewDay>;

// A document that the page adds to the body of a request: its bytes are stored there under `id`.
struct Allegato {
  std::string nome;
  std::string tipo;
  std::string id;
};
struct Http {
  std::string tag;       // comes back in HttpAnswer
  std::string metodo;    // GET, POST, DELETE
  std::string percorso;  // "/api/v1/…"
  std::string corpo;     // JSON or empty
  std::string chiave_idempotenza;
  std::vector<Allegato> allegati{};  // answered with 410 "allegato.perso" when the bytes of one are gone
};
// Without a text: the draft as the list of drafts has it when the page comes to write it (draft_text). The text of a draft with a
// thousand workers costs more than all else that a key does, and the page writes once a pause.
struct StoreDraft {
  std::string id;
  std::optional<std::string> testo{};
};
struct DeleteDraft {
  std::string id;
};
// Bytes of a document, beside the draft: `id` is that of the draft, "/", the SHA-256 of the bytes.
struct StoreFile {
  std::string id;
  std::string contenuto_base64;
};
// The documents of one draft are those of another too.
struct CopyFiles {
  std::string da;
  std::string a;
};
struct LoadDrafts {};
// Leaves the page for another address of the office.
struct Navigate {
  std::string percorso;
};
struct FocusNode {
  std::string key;
};  // jump to a field
struct SwitchFace {
  std::string faccia;
};  // "html" or "canvas"
// To be kept by the page for the next visits.
struct SetPreference {
  std::string nome;
  std::string valore;
};
struct Download {
  std::string nome;
  std::string tipo;
  std::string contenuto;
  std::string percorso{};  // address of the office that answers with the file; then there is no `contenuto`
};

// This tab wants to write the draft; `forza`: also when another tab has it.
struct TakeDraft {
  std::string id;
  bool forza = false;
};
struct ReleaseDraft {};
// "proteggi", "apri", "chiudi", "togli", "dimentica".
struct Lock {
  std::string azione;
  std::string frase{};
  std::int64_t minuti = 0;  // idle minutes after which the drafts close
};
// From now on drafts are kept in this page alone, or as usual.
struct Share {
  bool attivo = false;
};
struct Restart {};      // the page starts anew and holds nothing of before
struct TakeVersion {};  // the new version of the client takes over
// Elapsed comes after so many seconds, unless the same tag is set again before.
struct Wait {
  std::string tag;
  std::int64_t secondi = 0;
};
// From now on the page hears what others change, or no longer.
struct Listen {
  bool attivo = true;
};
// The page on paper or in a PDF, as the browser does it.
struct Print {};

using Effect =
    std::variant<Http, Navigate, StoreDraft, DeleteDraft, StoreFile, CopyFiles, LoadDrafts, FocusNode, SwitchFace, SetPreference,
                 Download, Print, TakeDraft, ReleaseDraft, Lock, Share, Restart, TakeVersion, Wait, Listen>;
using Effects = std::vector<Effect>;

}  // namespace omnia::app
