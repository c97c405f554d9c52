export { AnchoredMenu, type MenuAnchor } from './AnchoredMenu';
export { Avatar } from './Avatar';
export { Badge } from './Badge';
export { Banner, type BannerTone } from './Banner';
export { Button, type ButtonProps } from './Button';
export { Checkbox, type CheckboxState } from './Checkbox';
export { Chip } from './Chip';
export { classes } from './classes';
export { Combobox, type ComboboxOption } from './Combobox';
export { ConfirmDialog } from './ConfirmDialog';
export { DateField } from './DateField';
export { Dialog } from './Dialog';
export { EmptyState } from './EmptyState';
export { Field } from './Field';
export { IconButton, type IconButtonProps } from './IconButton';
export { InlineEdit, type InlineEditHandle } from './InlineEdit';
export { Kbd } from './Kbd';
export { ContextMenu, Menu } from './Menu';
export {
  MenuCheckboxItem,
  MenuGroup,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  MenuSubmenu,
} from './MenuItems';
export { Progress } from './Progress';
export { SearchField } from './SearchField';
export { SegmentedControl } from './SegmentedControl';
export { Select, type SelectOption } from './Select';
export { Spinner } from './Spinner';
export { Splitter, SplitterHandle, type SplitterLayout, SplitterPane } from './Splitter';
export { Tabs } from './Tabs';
export { TextArea } from './TextArea';
export { TextField } from './TextField';
export { ThemeProvider, useTheme, type ThemeChoice } from './Theme';
export { ToastProvider, useToasts, type ToastMessage, type Toasts, type ToastTone } from './Toasts';
export { type Tone } from './tone';
export { Tooltip, TooltipProvider } from './Tooltip';
export { useMediaQuery } from './use-media-query';
export { VisuallyHidden } from './VisuallyHidden';
