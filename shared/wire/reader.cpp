#include "shared/wire/reader.hpp"

namespace omnia::wire {
namespace {

using domain::Date;
using domain::Reason;

// Depth of the brackets outside strings, without building anything: a hostile text is refused before it costs memory.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool inside_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inside_string) {
      if (c == '\\') ++i;
      if (c == '"') inside_string = false;
    } else if (c == '"') {
      inside_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

std::optional<Date> iso_date(const Json& json) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr) return std::nullopt;
  const auto parsed = Date::parse(*text);
  if (!parsed.ok() || parsed.value().iso() != *text) return std::nullopt;
  return parsed.value();
}

std::optional<domain::YearMonth> iso_month(const Json& json) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr) return std::nullopt;
  const auto parsed = domain::YearMonth::parse(*text);
  if (!parsed.ok() || parsed.value().iso() != *text) return std::nullopt;
  return parsed.value();
}

constexpr std::string_view kIsoDate = "deve essere una data nella forma 2026-11-23";
constexpr std::string_view kIsoMonth = "deve essere un mese nella forma 2026-11";

}  // namespace

domain::Result<Json> parse_document(std::string_view text) {
  if (text.size() > kMaxBytes) return Reason{"json.limite", "Il testo JSON supera 32 MiB: suddividilo."};
  if (too_deep(text)) return Reason{"json.limite", "Il testo JSON ha troppi livelli annidati: al massimo 16."};
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    return Reason{"json.sintassi", "Il testo non è JSON valido: controlla che sia completo e in UTF-8."};
  }
  return json;
}

std::string canonical(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string Cursor::path() const {
  if (parent_ == nullptr) return {};
  std::string path = parent_->path_of(key_);
  if (index_ != kNoIndex) path += '[' + std::to_string(index_) + ']';
  return path;
}

std::string Cursor::path_of(std::string_view key) const {
  const std::string own = path();
  return own.empty() ? std::string(key) : own + '.' + std::string(key);
}

void Cursor::complain(std::string_view what) const {
  const std::string own = path();
  const std::string subject = own.empty() ? "Il documento" : "Il campo «" + own + "»";
  defect_->set("json.campo", subject + ' ' + std::string(what) + '.');
}

void Cursor::child_defect(std::string_view key, std::string_view what) const { Cursor(*json_, *this, key).complain(what); }

const Json* Cursor::member(std::string_view key) const {
  if (!json_->is_object()) return nullptr;
  const auto it = json_->find(key);
  if (defect_->asked != nullptr) defect_->asked->ask(object_, key, it != json_->end());
  return it == json_->end() ? nullptr : &*it;
}

bool Cursor::is_object() const {
  if (json_->is_object()) return true;
  complain("deve essere un oggetto");
  return false;
}

std::optional<Cursor> Cursor::object(std::string_view key) const {
  const Json* value = member(key);
  if (value == nullptr) return std::nullopt;
  Cursor child(*value, *this, key);
  if (!child.is_object()) return std::nullopt;
  return child;
}

std::vector<Cursor> Cursor::list(std::string_view key, Limit limit) const {
  const Json* value = member(key);
  if (value == nullptr) return {};
  if (!value->is_array()) {
    child_defect(key, "deve essere un elenco");
    return {};
  }
  if (value->size() > limit.most) {
    defect_->set("json.limite", "Il campo «" + path_of(key) + "» contiene " +
                                    domain::format_integer(static_cast<std::int64_t>(value->size())) + ' ' +
                                    std::string(limit.what) + ": al massimo " +
                                    domain::format_integer(static_cast<std::int64_t>(limit.most)) + '.');
    return {};
  }
  std::vector<Cursor> items;
  items.reserve(value->size());
  for (std::size_t i = 0; i < value->size(); ++i) items.push_back(Cursor((*value)[i], *this, key, i));
  return items;
}

const std::string* Cursor::word_of(std::string_view key) const {
  const Json* value = member(key);
  if (value == nullptr) return nullptr;
  const auto* word = value->get_ptr<const std::string*>();
  if (word == nullptr) {
    child_defect(key, "deve essere un testo");
    return nullptr;
  }
  if (word->size() > kMaxText) {
    defect_->set("json.limite", "Il campo «" + path_of(key) + "» è troppo lungo: al massimo 100.000 byte.");
    return nullptr;
  }
  return word;
}

void Cursor::require(std::string_view key) const {
  if (member(key) == nullptr) child_defect(key, "manca");
}

void Cursor::text(std::string_view key, std::string& out) const {
  if (const auto* word = word_of(key)) out = *word;
}

void Cursor::flag(std::string_view key, bool& out) const {
  const Json* value = member(key);
  if (value == nullptr) return;
  if (!value->is_boolean()) return child_defect(key, "deve essere vero o falso (true, false)");
  out = value->get<bool>();
}

std::optional<std::int64_t> Cursor::number(std::string_view key, std::int64_t least, std::int64_t most) const {
  const Json* value = member(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number_integer()) {
    child_defect(key, "deve essere un numero intero");
    return std::nullopt;
  }
  const bool huge = value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  const std::int64_t n = huge ? INT64_MAX : value->get<std::int64_t>();
  if (n < least || n > most) {
    child_defect(key, "deve essere compreso fra " + domain::format_integer(least) + " e " + domain::format_integer(most));
    return std::nullopt;
  }
  return n;
}

void Cursor::integer(std::string_view key, std::int64_t& out, std::int64_t least, std::int64_t most) const {
  if (const auto n = number(key, least, most)) out = *n;
}

void Cursor::integer(std::string_view key, int& out, int least, int most) const {
  if (const auto n = number(key, least, most)) out = static_cast<int>(*n);
}

void Cursor::date(std::string_view key, Date& out) const {
  std::optional<Date> read;
  date(key, read);
  if (read) out = *read;
}

void Cursor::date(std::string_view key, std::optional<Date>& out) const {
  const Json* value = member(key);
  if (value == nullptr) return;
  const auto read = iso_date(*value);
  if (!read) return child_defect(key, kIsoDate);
  out = read;
}

void Cursor::month(std::string_view key, domain::YearMonth& out) const {
  std::optional<domain::YearMonth> read;
  month(key, read);
  if (read) out = *read;
}

void Cursor::month(std::string_view key, std::optional<domain::YearMonth>& out) const {
  const Json* value = member(key);
  if (value == nullptr) return;
  const auto read = iso_month(*value);
  if (!read) return child_defect(key, kIsoMonth);
  out = read;
}

void Cursor::period(std::string_view key, domain::Period& out) const {
  if (const auto child = object(key)) {
    child->date("dal", out.dal);
    child->date("al", out.al);
  }
}

void Cursor::texts(std::string_view key, std::vector<std::string>& out, Limit limit) const {
  for (const Cursor& item : list(key, limit)) {
    const auto* word = item.json_->get_ptr<const std::string*>();
    if (word == nullptr || word->size() > kMaxText) return item.complain("deve essere un testo");
    out.push_back(*word);
  }
}

void Cursor::dates(std::string_view key, std::vector<Date>& out, Limit limit) const {
  for (const Cursor& item : list(key, limit)) {
    const auto read = iso_date(*item.json_);
    if (!read) return item.complain(kIsoDate);
    out.push_back(*read);
  }
}

const std::string* Cursor::typed_text(std::string_view key, bool string_too) const {
  const Json* value = member(key);
  if (value == nullptr) return nullptr;
  if (value->is_object()) {
    const Cursor child(*value, *this, key);
    if (child.member("testo") != nullptr) return child.word_of("testo");
  }
  if (string_too) return word_of(key);
  child_defect(key, "deve essere un numero intero");
  return nullptr;
}

template <class T>
void Cursor::number_entry(std::string_view key, domain::Entry<T>& out, std::int64_t T::*field, std::int64_t least,
                          std::int64_t most) const {
  const Json* value = member(key);
  if (value == nullptr) return;
  if (value->is_object()) {
    if (const auto* typed = typed_text(key, false)) out = domain::enter<T>(*typed);
    return;
  }
  if (const auto n = number(key, least, most)) {
    T read;
    read.*field = *n;
    out = {read, {}};
  }
}

void Cursor::entry(std::string_view key, domain::Entry<domain::Money>& out) const {
  number_entry(key, out, &domain::Money::cent, -kMaxHundredths, kMaxHundredths);
}
void Cursor::entry(std::string_view key, domain::Entry<domain::Hours>& out) const {
  number_entry(key, out, &domain::Hours::centesimi, 0, kMaxHundredths);
}
void Cursor::entry(std::string_view key, domain::Entry<domain::Decimal>& out) const {
  number_entry(key, out, &domain::Decimal::centesimi, 0, kMaxHundredths);
}
void Cursor::entry(std::string_view key, domain::Entry<domain::Temperature>& out) const {
  number_entry(key, out, &domain::Temperature::centesimi, -kMaxHundredths, kMaxHundredths);
}
void Cursor::entry(std::string_view key, domain::Entry<domain::Count>& out) const {
  number_entry(key, out, &domain::Count::n, 0, kMaxCount);
}

}  // namespace omnia::wire
