#include "server/http/news.hpp"

#include <algorithm>
#include <charconv>

#include "server/identity/secrets.hpp"

namespace omnia::http {

News::News(std::size_t kept) : most_(kept), run_(identity::random_token().substr(0, 8)) {}

bool News::concerns(const Notizia& one, const Ascolto& ascolto) {
  const store::Ambito& mine = ascolto.ambito;
  return one.da != ascolto.impronta && std::any_of(one.a_chi.begin(), one.a_chi.end(), [&](const auto& whom) {
           return whom.relazione == mine.relazione && whom.chi == mine.chi;
         });
}

void News::publish(std::string domanda, std::vector<store::Ambito> a_chi, std::string da) {
  const std::lock_guard lock(mutex_);
  kept_.push_back({std::move(domanda), std::move(a_chi), std::move(da)});
  if (kept_.size() > most_) {
    kept_.pop_front();
    ++first_;
  }
  changed_.notify_all();
}

std::uint64_t News::latest() const {
  const std::lock_guard lock(mutex_);
  return last();
}

std::string News::id_of(std::uint64_t n) const { return run_ + "." + std::to_string(n); }

void News::resume(Ascolto& ascolto, std::string_view last_event_id) const {
  const std::lock_guard lock(mutex_);
  ascolto.letto = last();
  if (last_event_id.empty()) return;
  const auto dot = last_event_id.find('.');
  std::uint64_t n = 0;
  const bool ours =
      dot != std::string_view::npos && last_event_id.substr(0, dot) == run_ &&
      std::from_chars(last_event_id.data() + dot + 1, last_event_id.data() + last_event_id.size(), n).ec == std::errc();
  ascolto.da_capo = !ours || n > last() || n + 1 < first_;
  if (!ascolto.da_capo) ascolto.letto = n;
}

std::string News::text_for(Ascolto& ascolto) const {
  const std::lock_guard lock(mutex_);
  const std::uint64_t to = last();
  std::string text;
  if (ascolto.da_capo || ascolto.letto + 1 < first_) {
    text = "id: " + id_of(to) + "\nevent: da_capo\ndata: {}\n\n";
  } else {
    std::vector<std::string_view> told;
    for (std::uint64_t n = ascolto.letto + 1; n <= to; ++n) {
      const Notizia& one = kept_[static_cast<std::size_t>(n - first_)];
      if (!concerns(one, ascolto) || std::find(told.begin(), told.end(), one.domanda) != told.end()) continue;
      told.push_back(one.domanda);
      text += "id: " + id_of(n) + "\nevent: domanda\ndata: {\"id\":\"" + one.domanda + "\"}\n\n";
    }
  }
  ascolto.letto = to;
  ascolto.da_capo = false;
  return text;
}

void News::wait(std::uint64_t n, std::chrono::milliseconds most) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, most, [&] { return woken_ || last() > n; });
  woken_ = false;
}

void News::wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
  changed_.notify_all();
}

}  // namespace omnia::http
