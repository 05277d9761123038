import { expect } from '@open-wc/testing';
import { RETURN } from '@deskbell/client/testing/form-scenes.js';
import { checkDraft } from './check-draft.js';
import {
  changeField,
  copyOf,
  draftOf,
  formOf,
  isChanged,
  isSameForm,
  moveField,
  nameOf,
  newDraft,
  sourcesOf,
  withField,
  withoutField,
} from './draft.js';

const names = (draft: ReturnType<typeof draftOf>) => draft.fields.map(({ field }) => field.name);
const keyOf = (draft: ReturnType<typeof draftOf>, name: string) => draft.fields.find(({ field }) => field.name === name)?.key ?? -1;
const faultsOf = (draft: ReturnType<typeof draftOf>) => checkDraft(draft).map(({ path }) => path);

describe('a form that is being made', () => {
  it('FRM 1 names go by the label till somebody chose one, and are never taken twice', () => {
    expect([
      nameOf('Größe & Gewicht', [], 'field'),
      nameOf('الاسم', [], 'field'),
      nameOf('City', ['city', 'city-2'], 'field'),
    ]).to.deep.equal([...['gro-e-gewicht', 'field', 'city-3']]);
    let draft = withField(withField(newDraft('New', []), 'text', 'Text'), 'text', 'Text');
    expect(names(draft)).to.deep.equal(['text', 'text-2']);
    draft = changeField(draft, keyOf(draft, 'text-2'), { label: 'Last name' });
    expect(names(draft)).to.deep.equal(['text', 'last-name']);
    draft = changeField(draft, keyOf(draft, 'last-name'), { name: 'surname' });
    draft = changeField(draft, keyOf(draft, 'surname'), { label: 'Family name' });
    expect(names(draft)).to.deep.equal(['text', 'surname']);
    const saved = changeField(draftOf(RETURN), keyOf(draftOf(RETURN), 'order'), { label: 'Other' });
    expect(names(saved)[0], 'answers were saved under it').to.equal('order');
  });

  it('FRM 1 conditions go with the field that they ask for, and go away where it is not above any more', () => {
    let draft = withField(withField(newDraft('New', []), 'choice', 'Kind'), 'text', 'Which');
    const [kind, which] = draft.fields.map(({ key }) => key) as [number, number];
    draft = changeField(draft, kind, { options: ['Lamp', 'Other'] });
    draft = changeField(draft, which, { when: { field: 'kind', is: ['Other'] } });
    expect(sourcesOf(draft, which).map(({ name }) => name)).to.deep.equal(['kind']);
    expect(sourcesOf(draft, kind)).to.deep.equal([]);
    draft = changeField(draft, kind, { label: 'Sort' });
    expect(draft.fields[1]?.field.when).to.deep.equal({ field: 'sort', is: ['Other'] });
    expect(moveField(draft, which, 0).fields[0]?.field.when).to.equal(undefined);
    expect(withoutField(draft, kind).fields[0]?.field.when).to.equal(undefined);
  });

  it('FRM 1 what was typed and taken back is no change; a copy is new', () => {
    const draft = draftOf(RETURN);
    expect(isChanged(draft)).to.equal(false);
    const key = keyOf(draft, 'since');
    const typed = changeField(draft, key, { help: 'The day', pattern: '.' });
    expect(isChanged(typed)).to.equal(true);
    expect(isChanged(changeField(typed, key, { help: '', pattern: undefined }))).to.equal(false);
    const copy = copyOf(draft, 'Return (copy)', [RETURN.id]);
    expect([isChanged(copy), copy.about.id]).to.deep.equal([true, 'return-copy']);
    expect(isSameForm({ ...formOf(copy), id: RETURN.id, name: RETURN.name }, RETURN)).to.equal(true);
  });

  it('FRM 1 tells what a relay would not take, field by field', () => {
    expect(faultsOf(draftOf(RETURN))).to.deep.equal([]);
    expect(faultsOf(newDraft('', []))).to.deep.equal(['name', 'fields']);
    const wrong: [string, Parameters<typeof changeField>[2], string][] = [
      ['order', { label: ' ' }, 'fields[0].label'],
      ['order', { name: 'größe' }, 'fields[0].name'],
      ['since', { pattern: '(' }, 'fields[1].pattern'],
      ['what', { options: [] }, 'fields[2].options'],
      ['what', { options: ['A', 'A'] }, 'fields[2].options'],
      ['pieces', { when: { field: 'what', is: [] } }, 'fields[3].when'],
    ];
    for (const [name, change, path] of wrong) {
      const draft = draftOf(RETURN);
      expect(faultsOf(changeField(draft, keyOf(draft, name), change)), path).to.deep.equal([path]);
    }
    const twice = draftOf(RETURN);
    expect(faultsOf(changeField(twice, keyOf(twice, 'since'), { name: 'order' }))).to.deep.equal(['fields[0].name', 'fields[1].name']);
    for (const retentionDays of [0, 1.5, 4_000, Number.NaN])
      expect(faultsOf({ ...twice, about: { ...twice.about, retentionDays } }), String(retentionDays)).to.deep.equal(['retentionDays']);
  });
});
