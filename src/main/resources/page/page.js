// Sorts and filters tables. Without it the page is whole: it shows every row in the report's order.
(() => {
  'use strict';
  const LEAST_ROWS_TO_FILTER = 8;
  const collator = new Intl.Collator('en-US', {numeric: true, sensitivity: 'base'});

  const words = cell => cell ? cell.textContent.trim() : '';

  // A number as it is shown, or as data-v says it exactly; null where nothing is known.
  const number = cell => {
    if (cell && cell.dataset.v !== undefined) {
      return Number(cell.dataset.v);
    }
    const shown = words(cell);
    if (!/[0-9]/.test(shown)) {
      return null;
    }
    const value = Number(shown.replace('\u2212', '-').replace(/[^0-9.-]/g, ''));
    return shown.endsWith('%') ? value / 100 : value;
  };

  const text = cell => {
    const shown = cell && cell.dataset.v !== undefined ? cell.dataset.v : words(cell);
    return shown === '' ? null : shown;
  };

  const compare = (a, b, direction, order) => {
    if (a === null || b === null) {
      return a === b ? 0 : a === null ? 1 : -1;
    }
    return direction * order(a, b);
  };

  const sortable = table => {
    const body = table.tBodies[0];
    const original = Array.from(body.rows);
    const headers = Array.from(table.tHead.rows[0].cells);
    headers.forEach((header, place) => {
      const isNumber = header.classList.contains('n');
      const first = isNumber ? 'descending' : 'ascending';
      const second = isNumber ? 'ascending' : 'descending';
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      header.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => {
        const now = header.getAttribute('aria-sort');
        const next = now === 'none' ? first : now === first ? second : 'none';
        headers.forEach(other => other.setAttribute('aria-sort', 'none'));
        header.setAttribute('aria-sort', next);
        if (next === 'none') {
          body.append(...original);
          return;
        }
        const key = isNumber ? number : text;
        const order = isNumber ? (a, b) => a - b : collator.compare;
        const direction = next === 'ascending' ? 1 : -1;
        const keyed = original.map((row, rank) => [key(row.cells[place]), rank, row]);
        keyed.sort((a, b) => compare(a[0], b[0], direction, order) || a[1] - b[1]);
        body.append(...keyed.map(entry => entry[2]));
      });
    });
  };

  // Sums of the rows shown, in whole units of the last decimal so that no cent is lost. A ratio has
  // no sum, and stays empty.
  const totals = (table, rows) => {
    const foot = table.tFoot && table.tFoot.rows[0];
    if (!foot || Number(table.dataset.rows) !== table.tBodies[0].rows.length) {
      return () => {};
    }
    const before = Array.from(foot.cells, cell => cell.textContent);
    return shown => {
      Array.from(foot.cells).forEach((cell, place) => {
        if (shown.length === rows.length) {
          cell.textContent = before[place];
        } else if (place === 0 && cell.tagName === 'TH') {
          cell.textContent = 'Total of rows shown';
        } else {
          cell.textContent = before[place] === '' ? '' : sum(shown, place, before[place]);
        }
      });
    };
  };

  const sum = (rows, place, whole) => {
    if (/[%x]$/.test(whole)) {
      return '';
    }
    const decimals = (whole.split('.')[1] || '').length;
    let all = 0n;
    for (const row of rows) {
      const cell = row.cells[place];
      if (cell.dataset.v !== undefined) {
        return '';
      }
      const shown = words(cell).replace('\u2212', '-').replace(/[^0-9.-]/g, '');
      if (shown !== '') {
        const [units, parts = ''] = shown.split('.');
        all += BigInt(units + parts.padEnd(decimals, '0'));
      }
    }
    const digits = (all < 0n ? -all : all).toString().padStart(decimals + 1, '0');
    const units = BigInt(digits.slice(0, digits.length - decimals)).toLocaleString('en-US');
    const parts = decimals === 0 ? '' : '.' + digits.slice(-decimals);
    return (all < 0n ? '\u2212' : '') + (whole.includes('$') ? '$' : '') + units + parts;
  };

  const filterable = (table, number) => {
    const rows = Array.from(table.tBodies[0].rows);
    if (rows.length < LEAST_ROWS_TO_FILTER) {
      return;
    }
    const tools = document.createElement('div');
    const label = document.createElement('label');
    const input = document.createElement('input');
    const status = document.createElement('span');
    tools.className = 'tools';
    input.type = 'search';
    input.id = 'filter-' + number;
    input.autocomplete = 'off';
    input.spellcheck = false;
    label.htmlFor = input.id;
    label.textContent = 'Filter rows';
    input.setAttribute('aria-label', 'Filter rows: ' + words(table.caption));
    status.setAttribute('role', 'status');
    tools.append(label, input, status);
    table.parentElement.before(tools);
    const contents = rows.map(row =>
        Array.from(row.cells, words).join('\n').toLowerCase());
    const total = totals(table, rows);
    const apply = () => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(word => word !== '');
      const shown = [];
      rows.forEach((row, place) => {
        const isShown = wanted.every(word => contents[place].includes(word));
        row.hidden = !isShown;
        if (isShown) {
          shown.push(row);
        }
      });
      total(shown);
      status.textContent = wanted.length === 0 ? ''
          : shown.length.toLocaleString('en-US') + ' of ' + rows.length.toLocaleString('en-US')
              + (rows.length === 1 ? ' row' : ' rows');
    };
    input.addEventListener('input', apply);
    input.addEventListener('keydown', event => {
      if (event.key === 'Escape' && input.value !== '') {
        event.preventDefault();
        input.value = '';
        apply();
      }
    });
  };

  document.querySelectorAll('table').forEach((table, number) => {
    if (table.tBodies[0].querySelector('td[colspan]')) {
      return;
    }
    sortable(table);
    filterable(table, number);
  });
})();
