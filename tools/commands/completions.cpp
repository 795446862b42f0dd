// SPDX-License-Identifier: MIT
#include "tools/commands/completions.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

// Takes "--format", "=", "js" together as "--format=js".
std::vector<std::string> joined_at_equals(std::vector<std::string> const& words) {
  std::vector<std::string> joined;
  bool open = false;
  for (auto const& word : words) {
    bool const joins = !joined.empty() && (open || (word == "=" && joined.back().starts_with("--")));
    open = !open && joins;
    if (joins) {
      joined.back() += word;
    } else {
      joined.push_back(word);
    }
  }
  return joined;
}

OptionPage const* option_written(CommandPage const& command, std::string const& word) {
  auto const is_it = [&](OptionPage const& option) {
    auto const has = [&](std::vector<std::string> const& names, std::string const& dashes) {
      return std::ranges::any_of(names, [&](auto const& name) { return word == dashes + name; });
    };
    return has(option.long_names, "--") || has(option.short_names, "-");
  };
  auto const found = std::ranges::find_if(command.options, is_it);
  return found == command.options.end() ? nullptr : &*found;
}

// How far a command line has been read.
class Reading {
 public:
  explicit Reading(CommandPage const& program) : command_(&program) {
    if (auto const* store = std::getenv("QUOTH_STORE")) store_ = store;
  }

  void take(std::string const& word) {
    if (auto const* open = std::exchange(open_, nullptr)) {
      set(*open, word);
    } else if (word == "--" && !only_positionals_) {
      only_positionals_ = true;
    } else if (is_option(word)) {
      auto const equals = word.find('=');
      auto const* option = option_written(*command_, word.substr(0, equals));
      if (option == nullptr || option->value_name.empty()) return;
      if (equals == word.npos) {
        open_ = option;
      } else {
        set(*option, word.substr(equals + 1));
      }
    } else {
      take_positional(word);
    }
  }

  // Whether the word is an option, and no value and no positional argument.
  bool is_option(std::string const& word) const {
    return open_ == nullptr && !only_positionals_ && word.starts_with('-') && word != "-";
  }

  CommandPage const& command() const { return *command_; }
  std::string const& store() const { return store_; }
  OptionPage const* open() const { return open_; }

  // The positional argument that comes next; the last may be given again.
  OptionPage const* positional() const {
    std::size_t number = 0;
    for (auto const& option : command_->options) {
      if (option.is_positional && (number++ == positionals_ || (option.is_repeatable && number <= positionals_)))
        return &option;
    }
    return nullptr;
  }

 private:
  void set(OptionPage const& option, std::string const& value) {
    if (std::ranges::find(option.long_names, "store") != option.long_names.end()) store_ = value;
  }

  void take_positional(std::string const& word) {
    auto const nested = std::ranges::find(command_->commands, word, &CommandPage::name);
    if (nested == command_->commands.end()) {
      ++positionals_;
    } else {
      command_ = &*nested;
      positionals_ = 0;
    }
  }

  CommandPage const* command_;
  OptionPage const* open_ = nullptr;  // whose value comes next
  bool only_positionals_ = false;
  std::size_t positionals_ = 0;
  std::string store_;
};

// What a store holds of a kind; nothing where it cannot be read: a completion has nowhere to complain.
std::vector<Completion> listed_in_store(std::string const& file, Offer offer) {
  std::vector<Completion> found;
  if (file.empty()) return found;
  try {
    auto const store = Store::open(file);
    if (offer == Offer::sources) {
      for (auto const& source : store.sources()) found.push_back({source.id, source.title});
    } else if (offer == Offer::speakers) {
      for (auto const& speaker : store.speakers()) found.push_back({speaker.name, ""});
    } else if (offer == Offer::rulings) {
      for (auto const& ruling : store.rulings())
        found.push_back({std::to_string(ruling.number), ruling.name + ", " + ruling.other});
    }
  } catch (Error const&) {
    return {};
  }
  std::erase_if(found, [](Completion const& one) { return one.word.empty() || printable(one.word) != one.word; });
  return found;
}

class Answer {
 public:
  Answer(CommandPage const& program, Reading const& reading, std::string current)
      : program_(program), reading_(reading), current_(std::move(current)) {}

  Completions of_here() {
    auto const equals = current_.find('=');
    if (auto const* option = reading_.open()) {
      values_of(*option, "");
    } else if (reading_.is_option(current_) && equals != current_.npos) {
      auto const* written = option_written(reading_.command(), current_.substr(0, equals));
      if (written != nullptr) values_of(*written, current_.substr(0, equals + 1));
    } else if (reading_.is_option(current_)) {
      options();
    } else {
      commands(reading_.command());
      if (auto const* positional = reading_.positional()) values_of(*positional, "");
    }
    return std::move(answer_);
  }

 private:
  void add(std::string const& word, std::string const& description) {
    if (word.starts_with(current_)) answer_.words.push_back({word, printable(description)});
  }

  void commands(CommandPage const& command) {
    for (auto const& nested : command.commands) add(nested.name, nested.description);
  }

  void options() {
    for (auto const& option : reading_.command().options) {
      for (auto const& name : option.long_names) add("--" + name, option.description);
    }
  }

  // `before` stands before the value in the same word: "--format=".
  void values_of(OptionPage const& option, std::string const& before) {
    auto const comma = current_.rfind(',');
    auto const others = option.is_list && comma != current_.npos ? current_.substr(0, comma + 1) : before;
    for (auto const& value : option.values) add(others + value, "");
    for (auto const& one : listed_in_store(reading_.store(), option.offer)) add(before + one.word, one.description);
    if (option.offer == Offer::commands) commands(program_);
    answer_.files = answer_.files || option.offer == Offer::files;
    answer_.folders = answer_.folders || option.offer == Offer::folders;
  }

  CommandPage const& program_;
  Reading const& reading_;
  std::string current_;
  Completions answer_;
};

}  // namespace

Completions completions_of(CommandPage const& program, std::vector<std::string> words) {
  words = joined_at_equals(words);
  auto current = words.empty() ? std::string() : words.back();
  if (!words.empty()) words.pop_back();
  Reading reading(program);
  for (auto const& word : words) reading.take(word);
  return Answer(program, reading, std::move(current)).of_here();
}

}  // namespace quoth::tools
