/// What the page of a packet does: it answers, keeps a draft, and makes the decision file.
///
/// It asks nobody for anything, and never makes markup of text. Its words come from the element `words`, which says them in the language
/// of the page.
enum PageScript {
  static let source: StaticString = #"""
    'use strict';
    (() => {
      const $ = id => document.getElementById(id);
      const page = document.body.dataset;
      const words = $('words').dataset;
      const say = (name, values) =>
        words[name].replace(/\{(\w+)\}/g, (_, key) => values && key in values ? values[key] : '');
      const make = (name, text) => {
        const element = document.createElement(name);
        if (text !== undefined) element.textContent = text;
        return element;
      };
      const items = [...document.querySelectorAll('.item')].map((element, place) => ({
        element, place, grant: element.dataset.grant, seen: element.dataset.seen,
        heading: element.querySelector('h4'),
        choices: [...element.querySelectorAll('input[type=radio]')],
        until: element.querySelector('[data-part=until]'),
        scope: element.querySelector('[data-part=scope]'),
        reason: element.querySelector('[data-part=reason]'),
        pick: element.querySelector('[data-part=pick]'),
        state: element.querySelector('.state'), seconds: 0, bulk: false,
      }));
      const outcome = item => {
        const choice = item.choices.find(choice => choice.checked);
        return choice ? choice.value : '';
      };
      const takesDay = answer => answer === 'keep-until' || answer === 'reduce';
      const needsReason = (item, answer) =>
        answer !== '' && (answer !== 'keep' || item.element.dataset.reasonToKeep === 'yes');
      const line = text => {
        const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
        return plain.toWellFormed ? plain.toWellFormed() : plain.replace(/[\ud800-\udfff]/gu, '\ufffd');
      };

      // The draft.
      const key = ['liggare', page.origin, page.review, page.reviewer, page.position].join(' ');
      let store = null;
      try {
        store = window.localStorage;
        store.setItem(key + ' tried', '1');
        store.removeItem(key + ' tried');
      } catch (_) { store = null; }
      const save = () => {
        if (!store) return;
        const draft = {};
        for (const item of items) {
          draft[item.grant] = {
            outcome: outcome(item), until: item.until.value, scope: item.scope.value,
            reason: item.reason.value, bulk: item.bulk, seconds: item.seconds,
          };
        }
        try { store.setItem(key, JSON.stringify(draft)); } catch (_) { store = null; tellDraft(); }
      };
      const load = () => {
        let draft = null;
        try { draft = store && JSON.parse(store.getItem(key)); } catch (_) { draft = null; }
        if (!draft) return;
        for (const item of items) {
          const kept = draft[item.grant];
          if (!kept) continue;
          for (const choice of item.choices) choice.checked = choice.value === kept.outcome;
          item.until.value = String(kept.until || '');
          item.scope.value = String(kept.scope || '');
          item.reason.value = String(kept.reason || '');
          item.bulk = kept.bulk === true;
          item.seconds = Math.max(0, Math.floor(Number(kept.seconds)) || 0);
        }
      };
      const tellDraft = () => { $('draft').textContent = say(store ? 'draftKept' : 'draftNotKept'); };

      // What is shown of the answers.
      const show = item => {
        const answer = outcome(item);
        item.until.closest('.field').hidden = !takesDay(answer);
        item.scope.closest('.field').hidden = answer !== 'reduce';
        item.until.required = answer === 'keep-until';
        const due = needsReason(item, answer);
        item.reason.required = due;
        item.element.querySelector('.due').hidden = !due;
        item.element.querySelector('.free').hidden = due;
        item.element.classList.toggle('answered', answer !== '');
        const choice = item.choices.find(choice => choice.checked);
        item.state.textContent = !choice ? say('open')
          : say(item.bulk ? 'answeredInBulk' : 'answered', { outcome: choice.dataset.word });
        item.element.querySelector('[data-part=clear]').hidden = !choice;
      };
      const count = () => {
        const done = items.filter(item => outcome(item) !== '').length;
        $('progress').value = done;
        const text = say('progress', { done, total: items.length });
        if ($('progress-text').textContent !== text) $('progress-text').textContent = text;
      };
      const changed = item => {
        item.element.classList.remove('wrong');
        show(item);
        count();
        save();
        $('result').hidden = true;
        $('result').replaceChildren();
      };
      const choose = (item, value) => {
        const choice = item.choices.find(choice => choice.value === value);
        if (!choice) return;
        choice.checked = true;
        item.bulk = false;
        changed(item);
      };
      const clear = item => {
        for (const choice of item.choices) choice.checked = false;
        item.bulk = false;
        changed(item);
      };

      // How long each item is looked at.
      let current = null;
      let active = 0;
      const look = item => { current = item; active = performance.now(); };
      setInterval(() => {
        if (current && document.visibilityState === 'visible' && performance.now() - active < 60000) {
          current.seconds += 1;
        }
      }, 1000);
      for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
        document.addEventListener(kind, () => { active = performance.now(); }, { passive: true });
      }
      addEventListener('pagehide', save);
      document.addEventListener('visibilitychange', save);

      for (const item of items) {
        item.element.addEventListener('focusin', () => look(item));
        item.element.addEventListener('pointerenter', () => look(item));
        for (const choice of item.choices) {
          choice.addEventListener('change', () => { item.bulk = false; changed(item); });
        }
        for (const field of [item.until, item.scope, item.reason]) {
          field.addEventListener('input', () => changed(item));
        }
        item.element.querySelector('[data-part=clear]').addEventListener('click', () => {
          clear(item);
          item.heading.focus();
        });
      }

      // Which items are shown, and in which groups.
      const isShown = item => !item.element.hidden;
      const filter = () => {
        for (const item of items) {
          item.element.hidden = ($('only-changed').checked && item.element.dataset.changed !== 'yes')
            || ($('only-open').checked && outcome(item) !== '');
        }
        for (const group of document.querySelectorAll('.group')) {
          group.hidden = !group.querySelector('.item:not([hidden])');
        }
        $('shown').textContent = say('shown', { shown: items.filter(isShown).length, total: items.length });
      };
      const group = () => {
        const by = $('grouping').value;
        const groups = new Map();
        for (const item of items) {
          const name = item.element.dataset[by];
          if (!groups.has(name)) groups.set(name, []);
          groups.get(name).push(item);
        }
        const names = [...groups.keys()].sort((a, b) => a.localeCompare(b, document.documentElement.lang));
        $('groups').replaceChildren(...names.map((name, place) => {
          const section = make('section');
          section.className = 'group';
          const heading = make('h3');
          heading.id = 'group-' + place;
          heading.append(make('bdi', name));
          section.setAttribute('aria-labelledby', heading.id);
          section.append(heading, ...groups.get(name).map(item => item.element));
          return section;
        }));
        filter();
      };
      $('only-changed').addEventListener('change', filter);
      $('only-open').addEventListener('change', filter);
      $('grouping').addEventListener('change', group);
      const inOrder = () => [...document.querySelectorAll('.item:not([hidden])')]
        .map(element => items.find(item => item.element === element));

      // Keeping many at once.
      $('pick-plain').addEventListener('click', () => {
        let picked = 0;
        for (const item of items) {
          item.pick.checked = isShown(item) && outcome(item) === '' && !needsReason(item, 'keep');
          if (item.pick.checked) picked += 1;
        }
        $('bulk-text').textContent = say('picked', { count: picked });
      });
      $('keep-picked').addEventListener('click', () => {
        const picked = items.filter(item => item.pick.checked);
        const kept = picked.filter(item => !needsReason(item, 'keep'));
        const before = items.filter(item => item.bulk && !kept.includes(item)).length;
        const most = Number(page.bulkMax);
        if (kept.length === 0 || before + kept.length > most) {
          $('bulk-text').textContent = kept.length === 0
            ? say('nothingPicked') : say('tooMany', { most, count: before + kept.length });
          return;
        }
        for (const item of kept) {
          choose(item, 'keep');
          item.bulk = true;
          item.pick.checked = false;
          changed(item);
        }
        $('bulk-text').textContent = say('keptInBulk', { count: kept.length, left: picked.length - kept.length });
      });

      // The decision file.
      const quoted = text => '"' + text.replace(/[\\"]/g, '\\$&') + '"';
      const decision = item => {
        const answer = outcome(item);
        const parts = ['"grant":' + quoted(item.grant), '"seen":' + quoted(item.seen), '"outcome":' + quoted(answer)];
        const reason = line(item.reason.value);
        const scope = line(item.scope.value);
        if (reason !== '') parts.push('"reason":' + quoted(reason));
        if (takesDay(answer) && item.until.value !== '') parts.push('"until":' + quoted(item.until.value));
        if (answer === 'reduce' && scope !== '') parts.push('"scope":' + quoted(scope));
        if (item.bulk) parts.push('"bulk":1');
        parts.push('"seconds":' + Math.min(item.seconds, 36600000));
        return '{' + parts.join(',') + '}';
      };
      const file = part => '{"liggare":"review-decisions","version":1,"origin":' + quoted(page.origin)
        + ',"review":' + quoted(page.review) + ',"reviewer":' + quoted(page.reviewer)
        + ',"position":' + page.position + ',"decisions":[\n' + part.map(decision).join(',\n') + '\n]}\n';
      const problems = answered => {
        const found = [];
        for (const item of answered) {
          const answer = outcome(item);
          if (needsReason(item, answer) && line(item.reason.value) === '') found.push([item, item.reason, 'needsReason']);
          if (answer === 'keep-until' && item.until.value === '') found.push([item, item.until, 'needsDay']);
          if (takesDay(answer) && item.until.value !== '' && item.until.value < page.day) {
            found.push([item, item.until, 'dayHasPassed']);
          }
          if (takesDay(answer) && item.until.validity.badInput) {
            found.push([item, item.until, 'noDay']);
          }
        }
        return found;
      };
      const finish = () => {
        const answered = items.filter(item => outcome(item) !== '');
        const found = problems(answered);
        for (const item of items) {
          item.element.classList.toggle('wrong', found.some(problem => problem[0] === item));
          for (const field of [item.reason, item.until]) field.removeAttribute('aria-invalid');
        }
        $('problems').hidden = found.length === 0 && answered.length > 0;
        $('result').hidden = true;
        if (answered.length === 0) {
          $('problems').replaceChildren(make('p', say('nothingAnswered')));
          $('problems').focus();
          return;
        }
        if (found.length > 0) {
          const list = make('ul');
          for (const [item, field, word] of found) {
            field.setAttribute('aria-invalid', 'true');
            const link = make('a', item.heading.textContent + ': ' + say(word));
            link.href = '#' + field.id;
            link.addEventListener('click', event => {
              event.preventDefault();
              $('only-changed').checked = $('only-open').checked = false;
              filter();
              field.focus();
            });
            const entry = make('li');
            entry.append(link);
            list.append(entry);
          }
          $('problems').replaceChildren(make('p', say('toMend', { count: found.length })), list);
          $('problems').focus();
          return;
        }
        const most = Number(page.sittingMax);
        const parts = [];
        for (let at = 0; at < answered.length; at += most) parts.push(answered.slice(at, at + most));
        $('result').replaceChildren(make('p', say('made', {
          done: answered.length, open: items.length - answered.length,
        })), make('p', say('send')));
        if (parts.length > 1) $('result').append(make('p', say('inParts', { parts: parts.length, most })));
        parts.forEach((part, place) => {
          const text = file(part);
          const name = page.file + (parts.length > 1 ? '-' + (place + 1) : '') + '.json';
          const link = make('a', say('download', { name }));
          link.className = 'button main';
          link.download = name;
          link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
          const label = make('label', say('text', { name }));
          const box = make('textarea');
          box.id = 'text-' + (place + 1);
          label.htmlFor = box.id;
          box.readOnly = true;
          box.rows = 6;
          box.spellcheck = false;
          box.value = text;
          const copy = make('button', say('copy'));
          copy.type = 'button';
          const told = make('span');
          told.setAttribute('role', 'status');
          copy.addEventListener('click', () => {
            box.focus();
            box.select();
            let isDone = false;
            try { isDone = document.execCommand('copy'); } catch (_) { isDone = false; }
            told.textContent = say(isDone ? 'copied' : 'copyYourself');
          });
          const first = make('p');
          first.append(link);
          const second = make('p');
          second.className = 'field';
          second.append(label, box);
          const third = make('p');
          third.className = 'row';
          third.append(copy, told);
          $('result').append(first, second, third);
        });
        $('result').hidden = false;
        $('result').focus();
      };
      $('make').addEventListener('click', finish);
      $('forget').addEventListener('click', () => {
        if (!confirm(say('forgetAll'))) return;
        for (const item of items) {
          for (const field of [item.until, item.scope, item.reason]) field.value = '';
          item.seconds = 0;
          clear(item);
        }
        if (store) store.removeItem(key);
        filter();
      });

      // Keys.
      const go = item => {
        if (!item) return;
        item.heading.focus();
        item.element.scrollIntoView({ block: 'start' });
      };
      document.addEventListener('keydown', event => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
        const target = event.target;
        const writes = target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');
        if (event.key === 'Escape' && writes && target.closest('.item')) {
          go(items.find(item => item.element.contains(target)));
          return;
        }
        if (writes || !$('use-keys').checked) return;
        const list = inOrder();
        const place = list.indexOf(current);
        const here = place < 0 ? null : current;
        switch (event.key) {
          case 'j': go(list[Math.min(place + 1, list.length - 1)]); break;
          case 'k': go(list[Math.max(place - 1, 0)]); break;
          case 'n': go([...list.slice(place + 1), ...list.slice(0, place + 1)].find(item => outcome(item) === '')); break;
          case 'm': if (here) here.reason.focus(); break;
          case 'v': if (here) { here.pick.checked = !here.pick.checked; } break;
          case 's': $('make').focus(); break;
          case '?': $('keys').open = true; $('keys').querySelector('summary').focus(); break;
          case '0': if (here) clear(here); break;
          default: {
            const number = '12345'.indexOf(event.key);
            if (event.key.length !== 1 || number < 0 || !here || !here.choices[number]) return;
            choose(here, here.choices[number].value);
          }
        }
        event.preventDefault();
      });

      load();
      for (const item of items) show(item);
      group();
      count();
      tellDraft();
      for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false;
    })();
    """#
}
